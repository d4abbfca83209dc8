"""Whole pages: a story with all that a news site puts around it at once, in ten ways of naming it.

Bars, menus, tickers, counters, cards and lines inside the story, the author, tags, comments, more
stories, shops and the foot; in three languages, by ten conventions of markup. Written after the
rules that ``pages_own.py`` led to and before their first run on these. All words and figures are
our own. Given as (name, HTML, numbers of the article, numbers around it).
"""

from collections.abc import Callable, Iterator

Page = tuple[str, str, list[str], list[str]]

WORDS = {
    "en": {
        "title": "Fight for the rail hub: the losses both sides name",
        "text": [
            "Ukraine's command says its troops killed or wounded 920 Russian soldiers near the rail hub in four days.",
            "In the same days 16 tanks and 38 armoured vehicles were hit, it says; it admits the loss of 3 positions.",
            "Russia's ministry speaks of 405 Ukrainian troops and 11 guns. Both counts cannot be checked.",
            "On Sunday 70 residents were taken out by bus, the district's head said.",
        ],
        "own": ["920", "16", "38", "3", "405", "11", "70"],
        "nav": ["Politics", "War day 1 042", "Sport", "Weather +19"],
        "ticker": "13:20 Kyiv: 1,210 Russian soldiers lost in a day",
        "rates": "USD 41.87 EUR 45.33",
        "read": "6 min read",
        "views": "23,845 views",
        "shares": "531 shares",
        "related": ("Read also", "Depot with 2,300 shells burns for a second night"),
        "box": "Support our newsroom: 48,500 readers already do. It takes 2 minutes.",
        "ad": "Boots for the winter now from 59.90, sent in 24 hours",
        "author": "Our reporter has covered the front for 8 years and filed 1,350 stories.",
        "tags": ("Tags", "tanks (640)"),
        "comments": (
            "Comments",
            "27",
            "I was there, they lost 4,000 killed and not what is written here.",
            "Reply",
        ),
        "more": (
            "More stories",
            "Russia loses 95 vehicles near the forest",
            "Bridge holds after 33 hits",
            "2 hours ago",
        ),
        "letter": "Get the morning letter, read by 150,000",
        "foot": "© 2009 Desk Ltd, company no. 7741903, tel. 020 7946 0999",
        "cookie": "We and our 845 partners use cookies",
    },
    "uk": {
        "title": "Бій за вузол: які втрати називають сторони",
        "text": [
            "Українське командування каже, що за чотири дні біля залізничного вузла вбито або поранено 920 російських військових.",
            "За ці самі дні, за його словами, уражено 16 танків і 38 бронемашин; воно визнає втрату 3 позицій.",
            "Міністерство РФ говорить про 405 українських військових і 11 гармат. Обидва підрахунки перевірити не можна.",
            "У неділю автобусами вивезли 70 мешканців, сказав голова району.",
        ],
        "own": ["920", "16", "38", "3", "405", "11", "70"],
        "nav": ["Політика", "Війна, день 1042", "Спорт", "Погода +19"],
        "ticker": "13:20 Генштаб: за добу Росія втратила 1210 військових",
        "rates": "USD 41,87 EUR 45,33",
        "read": "6 хв читання",
        "views": "23 845 переглядів",
        "shares": "531 поширення",
        "related": ("Читайте також", "Склад із 2300 снарядами горить другу ніч"),
        "box": "Підтримайте редакцію: з нами вже 48 500 читачів. Це займе 2 хвилини.",
        "ad": "Зимове взуття від 1599 гривень, доставка за 24 години",
        "author": "Наш кореспондент працює на фронті 8 років, має 1350 публікацій.",
        "tags": ("Теги", "танки (640)"),
        "comments": (
            "Коментарі",
            "27",
            "Я там був, у них 4000 убитих, а не те, що тут пишуть.",
            "Відповісти",
        ),
        "more": (
            "Інші новини",
            "Росія втратила 95 машин біля лісу",
            "Міст тримається після 33 ударів",
            "2 години тому",
        ),
        "letter": "Ранкова розсилка, яку читають 150 000 людей",
        "foot": "© 2009 ТОВ «Редакція», код 7741903, тел. 044 555 09 99",
        "cookie": "Ми та 845 партнерів використовуємо файли cookie",
    },
    "ru": {
        "title": "Бой за узел: какие потери называют стороны",
        "text": [
            "Украинское командование говорит, что за четыре дня у железнодорожного узла убиты или ранены 920 российских военных.",
            "За эти же дни, по его словам, поражены 16 танков и 38 бронемашин; оно признаёт потерю 3 позиций.",
            "Министерство РФ говорит о 405 украинских военных и 11 орудиях. Оба подсчёта проверить нельзя.",
            "В воскресенье автобусами вывезли 70 жителей, сказал глава района.",
        ],
        "own": ["920", "16", "38", "3", "405", "11", "70"],
        "nav": ["Политика", "Война, день 1042", "Спорт", "Погода +19"],
        "ticker": "13:20 Генштаб: за сутки Россия потеряла 1210 военных",
        "rates": "USD 100,68 EUR 106,12",
        "read": "6 мин чтения",
        "views": "23 845 просмотров",
        "shares": "531 репост",
        "related": ("Читайте также", "Склад с 2300 снарядами горит вторую ночь"),
        "box": "Поддержите редакцию: с нами уже 48 500 читателей. Это займёт 2 минуты.",
        "ad": "Зимняя обувь от 4990 рублей, доставка за 24 часа",
        "author": "Наш корреспондент работает на фронте 8 лет, автор 1350 публикаций.",
        "tags": ("Теги", "танки (640)"),
        "comments": (
            "Комментарии",
            "27",
            "Я там был, у них 4000 убитых, а не то, что здесь пишут.",
            "Ответить",
        ),
        "more": (
            "Другие новости",
            "Россия потеряла 95 машин у леса",
            "Мост держится после 33 ударов",
            "2 часа назад",
        ),
        "letter": "Утренняя рассылка, которую читают 150 000 человек",
        "foot": "© 2009 ООО «Редакция», ИНН 7741903, тел. 495 555-09-99",
        "cookie": "Мы и 845 партнёров используем файлы cookie",
    },
}
FOREIGN = {
    "en": ["042", "19", "1,210", "41.87", "45.33", "6", "23,845", "531", "2,300", "48,500", "2", "59.90", "24", "8", "1,350", "640", "27", "4,000", "95", "33", "150,000", "2009", "7741903", "7946", "0999", "845"],
    "uk": ["1042", "19", "1210", "41,87", "45,33", "6", "23 845", "531", "2300", "48 500", "2", "1599", "24", "8", "1350", "640", "27", "4000", "95", "33", "150 000", "2009", "7741903", "044", "555", "845"],
    "ru": ["1042", "19", "1210", "100,68", "106,12", "6", "23 845", "531", "2300", "48 500", "2", "4990", "24", "8", "1350", "640", "27", "4000", "95", "33", "150 000", "2009", "7741903", "495", "555", "845"],
}  # fmt: skip

Names = Callable[[str], tuple[str, str]]
"""For a part: the element and its attributes."""


def semantic(part: str) -> tuple[str, str]:
    tags = {
        "nav": "nav",
        "foot": "footer",
        "more": "aside",
        "comments": "section",
        "story": "article",
        "top": "header",
        "author": "address",
        "box": "aside",
        "ad": "aside",
        "related": "aside",
        "letter": "form",
        "cookie": "dialog",
    }
    return tags.get(part, "div"), ""


def bem(part: str) -> tuple[str, str]:
    names = {
        "top": "page-header",
        "nav": "main-nav",
        "ticker": "news-ticker",
        "rates": "currency",
        "story": "post",
        "text": "post__text",
        "meta": "post__info",
        "related": "post__related",
        "box": "post__support",
        "ad": "banner",
        "author": "post__author",
        "tags": "post__tags",
        "comments": "comments",
        "more": "more-news",
        "letter": "subscribe",
        "foot": "page-footer",
        "cookie": "cookies",
    }
    return "div", f' class="{names[part]}"'


def hashed(part: str) -> tuple[str, str]:
    return "div", f' class="css-{sum(map(ord, part)) * 7919 % 99991:x}"'


def modules(part: str) -> tuple[str, str]:
    return "div", f' class="{part.title()}Block_root__x{len(part)}Q"'


def utility(part: str) -> tuple[str, str]:
    looks = {
        "story": "max-w-2xl mx-auto",
        "text": "prose lg:prose-xl",
        "more": "grid grid-cols-3 gap-4",
        "foot": "bg-black text-white p-8",
        "ticker": "overflow-hidden whitespace-nowrap",
    }
    return "div", f' class="{looks.get(part, "flex p-4 text-sm")}"'


def bare(part: str) -> tuple[str, str]:
    return "div", ""


def testids(part: str) -> tuple[str, str]:
    names = {
        "story": "article",
        "text": "article-body",
        "meta": "meta-info",
        "more": "river",
        "box": "membership-cta",
        "related": "inline-story",
    }
    return "div", f' data-testid="{names.get(part, part)}"'


def numbered(part: str) -> tuple[str, str]:
    return "div", f' id="block{len(part) * 13 + ord(part[0])}"'


def grid(part: str) -> tuple[str, str]:
    names = {
        "story": "col-md-8",
        "more": "col-md-4",
        "text": "row",
        "foot": "row footer-bottom",
        "top": "navbar navbar-default",
        "nav": "nav nav-pills",
        "comments": "panel panel-default",
        "box": "well",
        "ad": "well well-sm",
        "letter": "jumbotron",
    }
    return "div", f' class="{names.get(part, "row")}"'


def custom(part: str) -> tuple[str, str]:
    return f"desk-{part}", ""


CONVENTIONS: dict[str, Names] = {
    "semantic elements": semantic,
    "block and element": bem,
    "hashed classes": hashed,
    "modules of styles": modules,
    "utility classes": utility,
    "divs without names": bare,
    "names for tests": testids,
    "numbered blocks": numbered,
    "grid of columns": grid,
    "elements of its own": custom,
}


def whole(lang: str, names: Names) -> str:
    w = WORDS[lang]

    def part(name: str, inside: str) -> str:
        tag, attributes = names(name)
        return f"<{tag}{attributes}>{inside}</{tag}>\n"

    def link(words: str) -> str:
        return f'<a href="/2025/03/02/other.html">{words}</a>'

    one, two, three, four = (f"<p>{text}</p>\n" for text in w["text"])
    lead, headline = w["related"]
    said, count, words, answer = w["comments"]
    others, first, second, age = w["more"]
    top = part("rates", f"<span>{w['rates']}</span>")
    top += part("nav", "".join(f"<div>{link(item)}</div>" for item in w["nav"]))
    top += part("ticker", f"<div>{link(w['ticker'])}</div>")
    meta = part(
        "meta", f"<span>{w['read']}</span> <span>{w['views']}</span> <span>{w['shares']}</span>"
    )
    inside = part("related", f"<div>{lead}</div><div>{link(headline)}</div>")
    inside2 = part("box", f"<p>{w['box']}</p><button>OK</button>")
    text = part(
        "text",
        one
        + inside
        + two
        + part("ad", f'<a href="https://shop.example/a">{w["ad"]}</a>')
        + three
        + inside2
        + four,
    )
    after = part("author", f"<p>{w['author']}</p>")
    after += part("tags", f"<span>{w['tags'][0]}:</span> {link(w['tags'][1])}")
    story = part("story", f"<h1>{w['title']}</h1>\n{meta}{text}{after}")
    replies = part(
        "comments",
        f"<h3>{said} ({count})</h3><div><b>Ivy</b><p>{words}</p><button>{answer}</button></div>",
    )
    more = part(
        "more",
        f"<h3>{others}</h3><div><h4>{link(first)}</h4><span>{age}</span></div><div><h4>{link(second)}</h4></div>",
    )
    letter = part("letter", f"<p>{w['letter']}</p><input type='email'>")
    foot = part("foot", f"<p>{w['foot']}</p>")
    body = (
        part("top", top)
        + story
        + replies
        + more
        + letter
        + foot
        + part("cookie", f"<p>{w['cookie']}</p>")
    )
    head = f'<meta charset="utf-8"><title>{w["title"]} | Desk</title><meta property="og:title" content="{w["title"]}">'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def pages() -> Iterator[Page]:
    for name, names in CONVENTIONS.items():
        for lang in WORDS:
            yield f"{name}, {lang}", whole(lang, names), WORDS[lang]["own"], FOREIGN[lang]
