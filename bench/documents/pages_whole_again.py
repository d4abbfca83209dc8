"""Whole pages again: other parts in other words, by the conventions of ``pages_whole.py``.

Thirty pages, written after the rules that ``pages_whole.py`` led to and before their first run on
these. All words and figures are our own. Given as (name, HTML, numbers of the article, numbers
around it).
"""

from collections.abc import Iterator

from pages_whole import CONVENTIONS, Names

Page = tuple[str, str, list[str], list[str]]

WORDS = {
    "en": {
        "title": "What the two armies claim after the night at the dam",
        "lead": "Two statements, 12 hours apart, and no way to check either",
        "text": [
            "The southern command says 260 Russian troops were put out of action at the dam, and 14 guns destroyed.",
            "It counts 4 of its own dead. A hospital nearby spoke of 29 wounded, most of them by shrapnel.",
            "Moscow's version names 190 Ukrainian casualties and 6 boats. Neither army let reporters near.",
        ],
        "quote": "We buried 2 on Monday, and that was a quiet day",
        "caption": "One of 33 barges at the dam",
        "list": ["guns: 14", "boats: 6"],
        "own": ["12", "260", "14", "4", "29", "190", "6", "2", "33", "14", "6"],
        "alert": "Air alert in 11 regions since 06:40",
        "live": "LIVE 1,920 people are watching this now",
        "index": "BTC 97,400 OIL 71.3",
        "saved": "Saved by 418 readers",
        "clip": "VIDEO How 52 barges were built",
        "inline": "General Staff gives 1,500 for Friday",
        "offer": "One month for 1.99, then 12.49",
        "event": "Talk on 19 May, 85 seats left",
        "bio": "She has written three books and walked 4,100 kilometres of coast.",
        "next": ["Storm shadows over 640 farms", "Minister: 2,750 drones a month", "Losses pass 800,000, says Kyiv"],
        "voice": ["Sailor", "No more than 50 died, I know the place.", "17", "Like"],
        "game": "Daily crossword No. 3,318",
        "legal": "Desk Media PLC, registered in England 0448812. Complaints within 28 days.",
    },
    "uk": {
        "title": "Що заявляють дві армії після ночі біля греблі",
        "lead": "Дві заяви з різницею у 12 годин, і жодну не перевірити",
        "text": [
            "Південне командування каже, що біля греблі виведено з ладу 260 російських військових і знищено 14 гармат.",
            "Своїх загиблих воно нарахувало 4. Лікарня поблизу повідомила про 29 поранених, більшість — уламками.",
            "Версія Москви — 190 українських втрат і 6 човнів. Журналістів не пустила жодна з армій.",
        ],
        "quote": "У понеділок ми поховали 2, і то був тихий день",
        "caption": "Одна з 33 барж біля греблі",
        "list": ["гармати: 14", "човни: 6"],
        "own": ["12", "260", "14", "4", "29", "190", "6", "2", "33", "14", "6"],
        "alert": "Повітряна тривога в 11 областях від 06:40",
        "live": "НАЖИВО 1920 людей дивляться зараз",
        "index": "BTC 97 400 НАФТА 71,3",
        "saved": "Зберегли 418 читачів",
        "clip": "ВІДЕО Як будували 52 баржі",
        "inline": "Генштаб назвав 1500 за п'ятницю",
        "offer": "Місяць за 19 гривень, далі 149",
        "event": "Зустріч 21 травня, лишилося 85 місць",
        "bio": "Вона написала три книжки і пройшла 4100 кілометрів берега.",
        "next": ["Шторм над 640 фермами", "Міністр: 2750 дронів на місяць", "Втрати перевищили 800 000, каже Київ"],
        "voice": ["Моряк", "Загинуло не більше 50, я знаю це місце.", "17", "Подобається"],
        "game": "Кросворд дня № 3318",
        "legal": "ПрАТ «Медіа», реєстр 0448812. Скарги протягом 28 днів.",
    },
    "ru": {
        "title": "Что заявляют две армии после ночи у плотины",
        "lead": "Два заявления с разницей в 12 часов, и ни одно не проверить",
        "text": [
            "Южное командование говорит, что у плотины выведены из строя 260 российских военных и уничтожены 14 орудий.",
            "Своих погибших оно насчитало 4. Больница рядом сообщила о 29 раненых, большинство — осколками.",
            "Версия Москвы — 190 украинских потерь и 6 лодок. Журналистов не пустила ни одна из армий.",
        ],
        "quote": "В понедельник мы похоронили 2, и это был тихий день",
        "caption": "Одна из 33 барж у плотины",
        "list": ["орудия: 14", "лодки: 6"],
        "own": ["12", "260", "14", "4", "29", "190", "6", "2", "33", "14", "6"],
        "alert": "Воздушная тревога в 11 областях с 06:40",
        "live": "ЭФИР 1920 человек смотрят сейчас",
        "index": "BTC 97 400 НЕФТЬ 71,3",
        "saved": "Сохранили 418 читателей",
        "clip": "ВИДЕО Как строили 52 баржи",
        "inline": "Генштаб назвал 1500 за пятницу",
        "offer": "Месяц за 19 рублей, потом 349",
        "event": "Встреча 21 мая, осталось 85 мест",
        "bio": "Она написала три книги и прошла 4100 километров берега.",
        "next": ["Шторм над 640 фермами", "Министр: 2750 дронов в месяц", "Потери превысили 800 000, говорит Киев"],
        "voice": ["Моряк", "Погибло не больше 50, я знаю это место.", "17", "Нравится"],
        "game": "Кроссворд дня № 3318",
        "legal": "АО «Медиа», реестр 0448812. Жалобы в течение 28 дней.",
    },
}  # fmt: skip
FOREIGN = {
    "en": ["11", "1,920", "97,400", "71.3", "418", "52", "1,500", "1.99", "12.49", "19", "85", "4,100", "640", "2,750", "800,000", "50", "17", "3,318", "0448812", "28"],
    "uk": ["11", "1920", "97 400", "71,3", "418", "52", "1500", "19", "149", "21", "85", "4100", "640", "2750", "800 000", "50", "17", "3318", "0448812", "28"],
    "ru": ["11", "1920", "97 400", "71,3", "418", "52", "1500", "19", "349", "21", "85", "4100", "640", "2750", "800 000", "50", "17", "3318", "0448812", "28"],
}  # fmt: skip

AS = {
    "alert": "ticker", "live": "ticker", "index": "rates", "saved": "meta", "clip": "related",
    "inline": "related", "offer": "box", "event": "ad", "bio": "author", "next": "more",
    "voice": "comments", "game": "letter", "legal": "foot",
}  # fmt: skip
"""Which part of the other set's conventions a part is named as."""


def whole(lang: str, names: Names) -> str:
    w = WORDS[lang]

    def part(name: str, inside: str) -> str:
        tag, attributes = names(AS.get(name, name))
        return f"<{tag}{attributes}>{inside}</{tag}>\n"

    def link(words: str) -> str:
        return f'<a href="/2025/05/16/other.html">{words}</a>'

    one, two, three = (f"<p>{text}</p>\n" for text in w["text"])
    who, words, likes, like = w["voice"]
    top = part("alert", f"<span>{w['alert']}</span>") + part("index", f"<span>{w['index']}</span>")
    own = f"<blockquote>{w['quote']}</blockquote>\n<figure><img alt=''><figcaption>{w['caption']}</figcaption></figure>\n"
    items = "<ul>" + "".join(f"<li>{item}</li>" for item in w["list"]) + "</ul>\n"
    text = part(
        "text",
        one
        + part("clip", link(w["clip"]))
        + own
        + two
        + part("inline", f"<div>{link(w['inline'])}</div>")
        + part("offer", f"<div>{w['offer']}</div><a href='/buy'>OK</a>")
        + three
        + items,
    )
    story = part(
        "story",
        f"<h1>{w['title']}</h1>\n<h2>{w['lead']}</h2>\n"
        + part("live", f"<span>{w['live']}</span>")
        + part("saved", f"<span>{w['saved']}</span>")
        + text
        + part("bio", f"<p>{w['bio']}</p>"),
    )
    cards = "".join(f"<div>{link(f'<h3>{title}</h3>')}</div>" for title in w["next"])
    replies = part(
        "voice",
        f"<div><b>{who}</b><p>{words}</p><span>{likes}</span> <button>{like}</button></div>",
    )
    body = part("top", top) + story + part("event", f"<p>{w['event']}</p>") + replies
    body += (
        part("next", cards)
        + part("game", f"<p>{w['game']}</p>")
        + part("legal", f"<p>{w['legal']}</p>")
    )
    head = f'<meta charset="utf-8"><title>{w["title"]} - Desk</title><meta property="og:title" content="{w["title"]}">'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def pages() -> Iterator[Page]:
    for name, names in CONVENTIONS.items():
        for lang in WORDS:
            yield f"{name}, {lang}", whole(lang, names), WORDS[lang]["own"], FOREIGN[lang]
