"""Whole pages a third time: still other parts, by the conventions of ``pages_whole.py``.

Twenty pages in two languages, written after the rules that ``pages_whole_again.py`` led to and
before their first run on these. All words and figures are our own. Given as (name, HTML, numbers of
the article, numbers around it).
"""

from collections.abc import Iterator

from pages_whole import CONVENTIONS, Names

Page = tuple[str, str, list[str], list[str]]

WORDS = {
    "en": {
        "title": "Both sides count the cost of a week on the ridge",
        "text": [
            "Kyiv's eastern command reports 1,105 Russian casualties on the ridge in a week and 23 tanks burnt out.",
            "The other side lists 15 guns, 72 vehicles and a helicopter among what it says Ukraine lost there.",
            "Between the lines 7 bodies were exchanged on Friday, the mediators said.",
            "A villager recalls 40 shells in an hour; her cellar held.",
        ],
        "table": ("Russian tanks", "23", "Ukrainian guns", "15"),
        "note": "Editor's note: an earlier version gave 22 tanks.",
        "own": ["1,105", "23", "15", "72", "7", "40", "23", "15", "22"],
        "audio": "Listen to the story 4:36",
        "rank": "No. 9 among the most shared today",
        "also": "Earlier: Kyiv puts July losses at 33,180",
        "other": "Skaters from 58 countries arrive. Photo: Desk",
        "quiz": "Can you name all 44 capitals?",
        "poll": "Should the talks go on? Yes 51% No 49%",
        "jobs": "We are hiring: 13 open posts",
        "pod": "Episode 87: two winters later",
        "who": "Reporting by our bureau since 2015",
        "hot": ["Fleet loses 2 more cutters", "Town buries 16 after strike", "Grain price up 18 percent"],
        "talk": ["ivan_k", "They bury 300 a week in our district alone.", "5 replies"],
        "shop": "Field jacket 84.00 in stock 6",
        "end": "Print edition 21,655. Phone 0303 555 0142",
    },
    "uk": {
        "title": "Обидві сторони рахують ціну тижня на хребті",
        "text": [
            "Східне командування повідомляє про 1105 убитих і поранених росіян на хребті за тиждень та 23 спалені танки.",
            "Інша сторона перелічує 15 гармат, 72 машини і гелікоптер серед того, що, за її словами, втратила Україна.",
            "Між позиціями в п'ятницю обміняли 7 тіл, сказали посередники.",
            "Селянка згадує 40 снарядів за годину; її льох витримав.",
        ],
        "table": ("Російські танки", "23", "Українські гармати", "15"),
        "note": "Від редакції: раніше тут ішлося про 22 танки.",
        "own": ["1105", "23", "15", "72", "7", "40", "23", "15", "22"],
        "audio": "Слухати матеріал 4:36",
        "rank": "№ 9 серед найпоширеніших сьогодні",
        "also": "Раніше: Київ оцінив липневі втрати у 33 180",
        "other": "Прибули ковзанярі з 58 країн. Фото: редакція",
        "quiz": "Чи назвете ви всі 44 столиці?",
        "poll": "Чи продовжувати переговори? Так 51% Ні 49%",
        "jobs": "Ми шукаємо людей: 13 вакансій",
        "pod": "Випуск 87: дві зими по тому",
        "who": "Пише наше бюро, що працює з 2015 року",
        "hot": ["Флот втратив ще 2 катери", "Місто ховає 16 загиблих", "Зерно подорожчало на 18 відсотків"],
        "talk": ["ivan_k", "Тільки в нашому районі ховають 300 на тиждень.", "5 відповідей"],
        "shop": "Куртка польова 3400 грн, залишилося 6",
        "end": "Друкований випуск 21 655. Телефон 0303 555 142",
    },
}  # fmt: skip
FOREIGN = {
    "en": ["36", "9", "33,180", "58", "44", "51", "49", "13", "87", "2015", "2", "16", "18", "300", "5", "84.00", "6", "21,655", "0303", "0142"],
    "uk": ["36", "9", "33 180", "58", "44", "51", "49", "13", "87", "2015", "2", "16", "18", "300", "5", "3400", "6", "21 655", "0303", "142"],
}  # fmt: skip
AS = {
    "audio": "meta", "rank": "tags", "also": "related", "other": "more", "quiz": "letter",
    "poll": "box", "jobs": "ad", "pod": "related", "who": "author", "hot": "ticker",
    "talk": "comments", "shop": "ad", "end": "foot",
}  # fmt: skip
"""Which part of the other set's conventions a part is named as."""


def whole(lang: str, names: Names) -> str:
    w = WORDS[lang]

    def part(name: str, inside: str) -> str:
        tag, attributes = names(AS.get(name, name))
        return f"<{tag}{attributes}>{inside}</{tag}>\n"

    def link(words: str) -> str:
        return f'<a href="/2025/08/09/other.html">{words}</a>'

    one, two, three, four = (f"<p>{text}</p>\n" for text in w["text"])
    first, count, second, other = w["table"]
    rows = f"<table><tr><td>{first}</td><td>{count}</td></tr><tr><td>{second}</td><td>{other}</td></tr></table>\n"
    lead, _, headline = w["also"].partition(": ")
    also = part("also", f"<p><b>{lead}:</b> {link(headline)}</p>")
    pod = part("pod", f"<div>{w['pod']}</div><button>▶</button>")
    poll = part("poll", f"<div>{w['poll']}</div><button>OK</button>")
    text = part(
        "text", one + also + two + rows + pod + three + poll + four + f"<p><i>{w['note']}</i></p>"
    )
    story = part(
        "story",
        f"<h1>{w['title']}</h1>\n"
        + part("audio", f"<button>▶</button><span>{w['audio']}</span>")
        + text
        + part("rank", f"<span>{w['rank']}</span>")
        + part("who", f"<p>{w['who']}</p>"),
    )
    name, said, replies = w["talk"]
    talk = part("talk", f"<ul><li><b>{name}</b><p>{said}</p><button>{replies}</button></li></ul>")
    hot = part("hot", "".join(f"<div>{link(title)}</div>" for title in w["hot"]))
    photo = part(
        "other", f"<figure>{link('<img alt=photo>')}<figcaption>{w['other']}</figcaption></figure>"
    )
    body = part("top", hot) + story + part("jobs", link(w["jobs"])) + photo + talk
    body += (
        part("quiz", f"<p>{link(w['quiz'])}</p>")
        + part("shop", f"<div>{w['shop']}</div>")
        + part("end", f"<p>{w['end']}</p>")
    )
    head = f'<meta charset="utf-8"><title>{w["title"]} - Desk</title>'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def pages() -> Iterator[Page]:
    for name, names in CONVENTIONS.items():
        for lang in WORDS:
            yield f"{name}, {lang}", whole(lang, names), WORDS[lang]["own"], FOREIGN[lang]
