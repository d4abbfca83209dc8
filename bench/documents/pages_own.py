"""Pages on which the story's own figures stand where others' usually do.

Thirty-two pages: key figures in tiles, facts in boxes beside the text, lists of links that are the
text, names of classes that mean something else here, stories in forms and details. Written after
the rules that ``pages_inside.py`` led to and before their first run on these. All words and figures
are our own. Given as (name, HTML, numbers of the article, numbers around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "The bridgehead in figures: a month of claims"
A = "Kyiv says that it has lost 118 soldiers at the bridgehead since the first of the month, and Russian losses are put at 1,640."
B = "The brigade's spokesman named 22 boats sunk, 5 howitzers destroyed and 3 drones of a new type shot down."
C = "A regional official said that 61 villages had no power for 9 days."
EN = ["118", "1,640", "22", "5", "3", "61", "9"]

UT = "Плацдарм у цифрах: місяць заяв"
UA = "У Києві кажуть, що від початку місяця на плацдармі загинули 118 військових, а втрати росіян оцінюють у 1640."
UB = "Речник бригади назвав 22 потоплені човни, 5 знищених гаубиць і 3 збиті дрони нового типу."
UC = "Обласний посадовець розповів, що 61 село було без світла 9 днів."
UK = ["118", "1640", "22", "5", "3", "61", "9"]

RT = "Плацдарм в цифрах: месяц заявлений"
RA = "В Киеве говорят, что с начала месяца на плацдарме погибли 118 военных, а потери россиян оценивают в 1640."
RB = "Представитель бригады назвал 22 потопленные лодки, 5 уничтоженных гаубиц и 3 сбитых дрона нового типа."
RC = "Областной чиновник рассказал, что 61 село было без света 9 дней."
RU = ["118", "1640", "22", "5", "3", "61", "9"]

LINK = "Choir sings for 777 guests"


def p(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


def a(words: str, href: str = "/2024/12/01/other") -> str:
    return f'<a href="{href}">{words}</a>'


def doc(body: str, lang: str = "en", head: str = "") -> str:
    title = {"en": T, "uk": UT, "ru": RT}[lang]
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} — Desk</title>{head}</head><body>{body}</body></html>'


def tiles_and_boxes() -> Iterator[Page]:
    yield (
        "tiles of key figures under the headline",
        doc(
            f"<main><h1>{T}</h1><div class='tiles'><div class='tile'><div class='n'>118</div><div class='l'>Ukrainian soldiers killed</div></div><div class='tile'><div class='n'>1,640</div><div class='l'>Russian losses</div></div></div>{p(A, B, C)}</main><footer>777</footer>"
        ),
        [*EN, "118", "1,640"],
        ["777"],
    )
    yield (
        "big number before its paragraph",
        doc(
            f"<article><h1>{T}</h1><div class='bignum'>118</div>{p(A)}<div class='bignum'>22</div>{p(B)}<div class='bignum'>61</div>{p(C)}</article>"
        ),
        EN,
        [],
    )
    yield (
        "box of facts beside the text",
        doc(
            f"<div class='grid'><div class='main'><h1>{T}</h1>{p(A, B, C)}</div><div class='facts'><h3>Facts</h3><ul><li>Width of the river: 900 metres</li><li>Shells fired: 14,000</li></ul></div></div>"
        ),
        [*EN, "14,000"],
        [],
    )
    yield (
        "highlighted block inside the text: by the numbers",
        doc(
            f"<article><h1>{T}</h1>{p(A)}<div class='callout'><h4>By the numbers</h4><p>12 assaults a day</p><p>40 percent more than in May</p></div>{p(B, C)}</article>"
        ),
        [*EN, "12"],
        [],
    )
    yield (
        "quotation pulled out, with a figure that is not elsewhere",
        doc(
            f"<article><h1>{T}</h1>{p(A, B)}<div class='pull-quote'>We carried 17 wounded over the ice in one night</div>{p(C)}</article>"
        ),
        [*EN, "17"],
        [],
    )
    yield (
        "correction and update above the text",
        doc(
            f"<article><h1>{T}</h1><div class='update'>Update, 14:05: the number of boats is 22, not 20</div>{p(A, B, C)}</article>"
        ),
        [*EN, "22", "20"],
        [],
    )
    yield (
        "own caption with a figure beside a link to the photographer",
        doc(
            f"<article><h1>{T}</h1><figure><img alt=''><figcaption>One of 26 boats on the bank. Photo: {a('A Photographer')}</figcaption></figure>{p(A, B, C)}</article>"
        ),
        [*EN, "26"],
        [],
    )
    yield (
        "table of days beside a narrow text",
        doc(
            f"<div class='two'><div class='l'><h1>{T}</h1>{p(A, B, C)}</div><div class='r'><table><caption>Killed by day</caption><tr><td>Monday</td><td>13</td></tr><tr><td>Tuesday</td><td>16</td></tr></table></div></div>"
        ),
        [*EN, "13", "16"],
        [],
    )


def lists() -> Iterator[Page]:
    yield (
        "list of losses whose entries are links to pictures",
        doc(
            f"<article><h1>{T}</h1>{p(A, B, C)}<h3>Boats (4, of which destroyed: 3, captured: 1)</h3><ul><li>4 Assault boat: {a('(1, destroyed)', 'https://p.example/1')} {a('(2, destroyed)', 'https://p.example/2')} {a('(3, destroyed)', 'https://p.example/3')} {a('(4, captured)', 'https://p.example/4')}</li></ul></article>"
        ),
        [*EN, "4", "3", "1", "4", "1", "2", "3", "4"],
        [],
    )
    yield (
        "list of reports where each item is a linked sentence of the text",
        doc(
            f"<article><h1>{T}</h1>{p(A)}<ul><li>{a('On 3 June the staff spoke of 31 dead at the bridgehead.', 'https://s.example/1')}</li><li>{a('On 9 June it spoke of 44 dead.', 'https://s.example/2')}</li></ul>{p(B, C)}</article>"
        ),
        [*EN, "31", "44"],
        [],
    )
    yield (
        "table of months whose first cell is a link",
        doc(
            f"<article><h1>{T}</h1>{p(A, B, C)}<table><tr><th>Month</th><th>Killed</th></tr><tr><td>{a('June 2024 in full')}</td><td>118</td></tr><tr><td>{a('May 2024 in full')}</td><td>97</td></tr></table></article>"
        ),
        [*EN, "118", "97"],
        [],
    )
    yield (
        "list of cities and counts with flags",
        doc(
            f"<article><h1>{T}</h1>{p(A, B, C)}<div class='by-place'><div class='place'><span>Kherson</span><span>36</span></div><div class='place'><span>Beryslav</span><span>11</span></div></div></article>"
        ),
        [*EN, "36", "11"],
        [],
    )
    yield (
        "steps of a method at the end of a data story",
        doc(
            f"<article><h1>{T}</h1>{p(A, B, C)}<h2>How we counted</h2><ol><li>We read 210 posts of both ministries.</li><li>We left out 18 that named no day.</li></ol></article><aside>{a(LINK)}</aside>"
        ),
        [*EN, "210", "18"],
        ["777"],
    )
    yield (
        "Ukrainian list of weapons by lines with dashes",
        doc(
            f"<div class='news-text'><h1>{UT}</h1>{UA}<br>човни – 22<br>гаубиці – 5<br>дрони – 3<br>{UC}</div><div class='next'>{a('Хор співає для 777 гостей')}</div>",
            "uk",
        ),
        UK,
        ["777"],
    )
    yield (
        "accordion in details elements",
        doc(
            f"<main><h1>{T}</h1><details open><summary>Losses</summary>{p(A)}</details><details><summary>Equipment</summary>{p(B)}</details><details><summary>Villages</summary>{p(C)}</details></main>"
        ),
        EN,
        [],
    )


def names() -> Iterator[Page]:
    yield (
        "opinion pages whose classes say comment",
        doc(
            f"<div class='comment-piece'><h1>{T}</h1><div class='comment-body'>{p(A, B, C)}</div></div><nav>{a('Sport 777')}</nav>",
        ),
        EN,
        ["777"],
    )
    yield (
        "lead paragraph called a teaser",
        doc(
            f"<article><h1>{T}</h1><p class='teaser'>{A}</p><div class='body'>{p(B, C)}</div></article>"
        ),
        EN,
        [],
    )
    yield (
        "body in a widget of a page builder",
        doc(
            f"<div class='elementor-widget elementor-widget-heading'><h1>{T}</h1></div><div class='elementor-widget elementor-widget-text-editor'>{p(A, B, C)}</div><div class='elementor-widget elementor-widget-posts'><article>{a(LINK)}</article></div>"
        ),
        EN,
        ["777"],
    )
    yield (
        "fields of a views module hold the text",
        doc(
            f"<div class='view view-article'><div class='views-row'><div class='views-field views-field-title'><h1>{T}</h1></div><div class='views-field views-field-body'>{p(A, B, C)}</div></div></div>"
        ),
        EN,
        [],
    )
    yield (
        "whole page in the form of a framework",
        doc(
            f"<form method='post' id='aspnetForm'><div class='header'>{a('Home')}</div><div id='ctl00_Main'><h1>{T}</h1>{p(A, B, C)}</div></form>"
        ),
        EN,
        [],
    )
    yield (
        "story called popular by its section",
        doc(
            f"<section class='popular-science'><h1>{T}</h1>{p(A, B, C)}</section><section class='popular'>{a(LINK)}</section>"
        ),
        EN,
        ["777"],
    )
    yield (
        "text with a sticky class on its own headline block",
        doc(
            f"<div class='sticky-header-wrap'><h1>{T}</h1><p class='lead'>{A}</p></div><div class='content'>{p(B, C)}</div>"
        ),
        EN,
        [],
    )
    yield (
        "Russian text in a block named lenta, with a real feed beside",
        doc(
            f"<div class='lenta-item full'><h1>{RT}</h1>{p(RA, RB, RC)}</div><div class='lenta'>{a('Хор споёт для 777 гостей')}</div>",
            "ru",
        ),
        RU,
        ["777"],
    )
    yield (
        "paragraphs that carry the class share for a tool",
        doc(
            f"<article><h1>{T}</h1><p class='share'>{A}</p><p class='share'>{B}</p><p class='share'>{C}</p></article>"
        ),
        EN,
        [],
    )


def odd() -> Iterator[Page]:
    yield (
        "page without any heading, title in bold",
        doc(f"<div><b>{T}</b><br><br>{A}<br><br>{B}<br><br>{C}</div>"),
        EN,
        [],
    )
    yield (
        "headline is a picture; its words stand in the title only",
        doc(f"<div><img alt='{T}'></div><div>{p(A, B, C)}</div><div>{a(LINK)}</div>"),
        EN,
        ["777"],
    )
    yield (
        "short notice of two sentences",
        doc(
            "<article><h1>Losses at the bridgehead</h1><p>Kyiv: 118 killed.</p><p>Moscow: 64 captured.</p></article>"
        ),
        ["118", "64"],
        [],
    )
    yield (
        "interview: questions in bold, answers with figures",
        doc(
            f"<article><h1>{T}</h1><p><b>How many?</b></p><p>We lost 8 on Monday. Then 2 more.</p><p><b>And they?</b></p><p>I would say 30, maybe 35.</p>{p(A, B, C)}</article>"
        ),
        [*EN, "8", "2", "30", "35"],
        [],
    )
    yield (
        "letter of a reader printed whole: signed, with a place",
        doc(
            f"<article><h1>{T}</h1><p>To the editor</p>{p(A, B, C)}<p>A retired colonel, 31 years of service, Kherson</p></article>"
        ),
        EN,
        [],
    )
    yield (
        "text told by messages of a chat export",
        doc(
            f"<div class='history'><h1>{T}</h1><div class='message'><div class='from'>Press</div><div class='text'>{A}</div></div><div class='message'><div class='from'>Press</div><div class='text'>{B}</div></div><div class='message'><div class='from'>Region</div><div class='text'>{C}</div></div></div>"
        ),
        EN,
        [],
    )
    yield (
        "verse-like lines in spans of blocks",
        doc(
            f"<article><h1>{T}</h1><span style='display:block'>{A}</span><span style='display:block'>{B}</span><span style='display:block'>{C}</span></article>"
        ),
        EN,
        [],
    )
    yield (
        "letters home: every paragraph a quotation",
        doc(
            f"<article><h1>{T}</h1><blockquote>{A}</blockquote><blockquote>{B}</blockquote><blockquote>{C}</blockquote></article>"
        ),
        EN,
        [],
    )


def pages() -> Iterator[Page]:
    for some in (tiles_and_boxes, lists, names, odd):
        yield from some()
