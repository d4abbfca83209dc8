"""Pages made of every text with every part around it: 13 kinds of parts, five names, three places.

A story in one of three languages, in one of six forms, with one box before, after or inside it.
Given as (name, HTML, numbers of the article, numbers of the box).
"""

from collections.abc import Iterator
from itertools import product

from pages_last import EN, OWN, RA, RB, RT, UA, UB, UT, A, B, C, T

Page = tuple[str, str, list[str], list[str]]

STORIES = {"en": (T, (A, B, C), EN), "uk": (UT, (UA, UB), OWN), "ru": (RT, (RA, RB), OWN)}
WORDS = {
    "en": (
        *("World", "Sport 3947", "Live 8652", "Bakery bakes 3947 loaves before dawn"),
        *("Swimmer crosses 8652 metres of water", "Most read", "Related", "Comments", "Reply"),
        "I do not believe it, my own count is 3947 and I will not change it for anybody here.",
        *("Advertisement", "Only 3947 coats left, buy now for 8652 dollars", "Shop", "Contact"),
        *("Registered 8652", "Get our newsletter", "Join 3947 readers and get the news each day."),
        "It took the whole town to eat them, and there was still some left for the birds.",
        *("views", "shares", "Sign up", "2 hours ago"),
    ),
    "uk": (
        *("Світ", "Спорт 3947", "Наживо 8652", "Пекарня спекла 3947 хлібин до світанку"),
        *("Плавець подолав 8652 метри води", "Найпопулярніше", "Читайте також", "Коментарі"),
        "Відповісти",
        "Не вірю цьому, за моїм підрахунком їх 3947, і нікому мене не переконати.",
        *("Реклама", "Лишилося 3947 пальт, купуйте за 8652 гривні", "Крамниця", "Контакти"),
        *("Свідоцтво 8652", "Підписуйтесь на розсилку", "Нас читають 3947 людей щодня."),
        "Їх їло все місто, і ще лишилося для птахів, які прилетіли з усієї околиці.",
        *("переглядів", "поширень", "Підписатися", "2 години тому"),
    ),
    "ru": (
        *("Мир", "Спорт 3947", "Эфир 8652", "Пекарня испекла 3947 хлебов до рассвета"),
        *("Пловец преодолел 8652 метра воды", "Самое читаемое", "Читайте также", "Комментарии"),
        "Ответить",
        "Не верю этому, по моему подсчёту их 3947, и никому меня не переубедить.",
        *("Реклама", "Осталось 3947 пальто, покупайте за 8652 рубля", "Магазин", "Контакты"),
        *("Свидетельство 8652", "Подписывайтесь на рассылку", "Нас читают 3947 человек в день."),
        "Их ел весь город, и ещё осталось для птиц, которые прилетели со всей округи.",
        *("просмотров", "репостов", "Подписаться", "2 часа назад"),
    ),
}
NAMES = {
    "menu": "main-nav hdr-links b-rubrics site-head__menu x1",
    "most read": "sidebar rcol b-popular c-trending x2",
    "related": "related see-more-box b-themes l-more x3",
    "comments": "comments disq b-talk discussion x4",
    "answers": "comments replies-list b-talk reader-words x4",
    "advertisement": "ad adv-slot banner-300 b-reklama x5",
    "links that sell": "ad adv-slot banner-300 promo-link x5",
    "footer": "footer bottom site-foot b-copy x6",
    "newsletter": "newsletter signup-box mail-cta subs x7",
    "ticker": "ticker breaking lenta feed-col x8",
    "rates": "ticker currency rates-line top-line x8",
    "teasers": "teasers cards b-main-news more x9",
    "counters": "stats views meta-info post-info x0",
}
FORMS = {
    "article": "<article><h1>{}</h1>{}</article>",
    "main": "<main><h1>{}</h1>{}</main>",
    "divs": '<div class="c"><h1>{}</h1><div class="t">{}</div></div>',
    "flat": "<h1>{}</h1>{}",
    "second rank": '<div class="p"><h2>{}</h2><div>{}</div></div>',
    "no heading": '<div><div><span class="hd">{}</span></div><div>{}</div></div>',
}


def a(words: str) -> str:
    return f'<a href="/2024/10/x">{words}</a>'


def boxes(w: tuple[str, ...]) -> dict[str, str]:
    items = f"<ul><li>{a(w[3])}</li><li>{a(w[4])}</li></ul>"
    timed = f"<li><time>12:01</time> {a(w[3])}</li><li><time>11:58</time> {a(w[4])}</li>"
    return {
        "menu": "".join(f"<li>{a(one)}</li>" for one in w[:3]),
        "most read": f"<h3>{w[5]}</h3>{items}",
        "related": f"<h4>{w[6]}</h4>{items}",
        "comments": f"<h3>{w[7]} (8652)</h3><div><b>reader77</b><p>{w[9]}</p></div>",
        "answers": f"<div><span>reader77</span><span>{w[21]}</span><p>{w[9]}</p><span>{w[8]}</span></div>",
        "advertisement": f"<p>{w[10]}</p><p>{w[11]}</p>",
        "links that sell": f"<div>{a(w[11])}</div><div>{a(w[12])}</div>",
        "footer": f"<p>&copy; 2024. 3947. {a(w[13])}</p><p>{w[14]}</p>",
        "newsletter": f"<h3>{w[15]}</h3><p>{w[16]}</p><button>{w[20]}</button>",
        "ticker": f"<ul>{timed}</ul>",
        "rates": "<span>USD 39.47</span><span>BTC 8652</span><span>Oil 3947</span>",
        "teasers": f"<div><h3>{a(w[3])}</h3><p>{w[17]}</p></div><div><h3>{a(w[4])}</h3><p>{w[17]}</p></div>",
        "counters": f"<span>8652 {w[18]}</span><span>3947 {w[19]}</span>",
    }


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    for lang, form, place in product(STORIES, FORMS, ("before", "after", "inside")):
        title, texts, wanted = STORIES[lang]
        for kind, box in boxes(WORDS[lang]).items():
            for name in NAMES[kind].split():
                part = f'<div class="{name}">{box}</div>'
                parts = [f"<p>{text}</p>" for text in texts]
                parts[1:1] = [part] if place == "inside" else []
                body = FORMS[form].format(title, "".join(parts))
                body = (part if place == "before" else "") + body
                body += part if place == "after" else ""
                head = f'<html lang="{lang}"><head><title>{title} - News</title></head>'
                known = f"{lang}, {form}, {kind} {place}, {name}"
                yield known, f"{head}<body>{body}</body></html>", wanted, ["3947", "8652"]
