"""Pages on which most that is foreign stands inside the story: embeds, cards, lines between paragraphs.

Thirty-two further pages, written after the rules that ``pages_builders.py`` led to and before
their first run on these. All words and figures are our own.
Given as (name, HTML, numbers of the article, numbers around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "After the strike on the port: figures from both capitals"
A = "The navy in Kyiv says that it hit 2 ships and a tug, and that 34 sailors were killed or wounded."
B = "In Moscow the ministry spoke of 7 drones, all of them shot down, and of no losses of its own."
C = "Satellite images show one hull on its side; a former officer puts the damage at 45 million dollars."
D = "Since the spring 19 vessels have been struck in the bay, according to a count kept by analysts."
EN = ["2", "34", "7", "45", "19"]

UT = "Після удару по порту: цифри з обох столиць"
UA = "У ВМС кажуть, що уразили 2 кораблі та буксир, а 34 моряки загинули або дістали поранення."
UB = "У Москві міністерство повідомило про 7 дронів, усі нібито збито, і про відсутність власних втрат."
UC = "На супутникових знімках один корпус лежить на боці; колишній офіцер оцінює збитки в 45 мільйонів."
UD = "Від весни в бухті уражено 19 суден, за підрахунком аналітиків."
UK = ["2", "34", "7", "45", "19"]

RT = "После удара по порту: цифры из обеих столиц"
RA = "В ВМС Украины говорят, что поразили 2 корабля и буксир, а 34 моряка погибли или ранены."
RB = "В Москве министерство сообщило о 7 дронах, все якобы сбиты, и об отсутствии собственных потерь."
RC = "На спутниковых снимках один корпус лежит на боку; бывший офицер оценивает ущерб в 45 миллионов."
RD = "С весны в бухте поражено 19 судов, по подсчёту аналитиков."
RU = ["2", "34", "7", "45", "19"]

H1 = "Kyiv: 1,410 Russian troops lost in a day"
H2 = "Tanker with 68 crew runs aground"
U1 = "Ворог втратив 1410 військових за добу"
R1 = "Противник потерял 1410 военных за сутки"


def p(*texts: str, cls: str = "") -> str:
    opened = f'<p class="{cls}">' if cls else "<p>"
    return "\n".join(f"{opened}{text}</p>" for text in texts)


def a(words: str, href: str = "/2025/06/03/other", cls: str = "") -> str:
    named = f' class="{cls}"' if cls else ""
    return f'<a href="{href}"{named}>{words}</a>'


def doc(body: str, lang: str = "en", head: str = "") -> str:
    title = {"en": T, "uk": UT, "ru": RT}[lang]
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><meta property="og:title" content="{title}">{head}</head><body>{body}</body></html>'


def story(inside: str, lang: str = "en", cls: str = "article-text", after: str = "") -> str:
    """A plain story with something between its second and its third paragraph."""
    t, one, two, three, four = {
        "en": (T, A, B, C, D),
        "uk": (UT, UA, UB, UC, UD),
        "ru": (RT, RA, RB, RC, RD),
    }[lang]
    return doc(
        f'<div class="wrap"><article><h1>{t}</h1><div class="{cls}">{p(one, two)}\n{inside}\n{p(three, four)}</div>{after}</article></div>',
        lang,
    )


def embeds() -> Iterator[Page]:
    yield (
        "embedded short post of another with its counts",
        story(
            '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Tug is gone. 3 of 5 cranes stand.</p>&mdash; Harbour Watch (@harbourwatch) <a href="https://t.example/s/1">June 2, 2025</a></blockquote><div class="tweet-stats"><span>1.7K reposts</span> <span>409 quotes</span></div>'
        ),
        [*EN, "3", "5"],
        ["1.7", "409"],
    )
    yield (
        "embedded channel post: views and channel's readers under it",
        story(
            '<div class="tg-embed"><div class="tg-embed__head">Порт live <span>86 120 підписників</span></div><div class="tg-embed__text">Горить 1 причал.</div><div class="tg-embed__foot"><span>👁 32,4K</span> <span>11:02</span></div></div>',
            "uk",
        ),
        [*UK, "1"],
        ["86 120", "32,4"],
    )
    yield (
        "embedded video: title of another clip, length, plays",
        story(
            '<figure class="video-embed"><div class="player-title">WATCH: Bridge blown up by 12 charges</div><div class="player-meta"><span>2:31</span><span>940K plays</span></div></figure>'
        ),
        EN,
        ["12", "940"],
    )
    yield (
        "map of the web: scale, attribution, zoom",
        story(
            '<div class="leaflet-map" role="application"><div class="leaflet-control-scale">500 km<br>300 mi</div><div class="leaflet-control-attribution">© map 2025 contributors</div></div>'
        ),
        EN,
        ["500", "300", "2025"],
    )
    yield (
        "chart drawn in the page: axis ticks in spans, the text's own heading of it kept",
        story(
            '<div class="chart-block"><h3>Vessels struck, 19 since the spring</h3><div class="ticks"><span>5</span><span>10</span><span>15</span></div><p class="chart-source">Chart: Desk</p></div>'
        ),
        [*EN, "19"],
        ["5", "10", "15"],
    )
    yield (
        "podcast card between paragraphs: episode number and length",
        story(
            '<div class="podcast-card"><span class="kicker">Podcast</span><h4>Episode 212: the sea front</h4><span>48 min</span><button>Play</button></div>'
        ),
        EN,
        ["212", "48"],
    )
    yield (
        "poll between paragraphs with shares of votes",
        story(
            '<div class="poll"><h4>Will the port reopen this year?</h4><label>Yes <b>37%</b></label><label>No <b>63%</b></label><p>5,804 votes</p></div>'
        ),
        EN,
        ["37", "63", "5,804"],
    )
    yield (
        "gallery between paragraphs: counter, caption of the story's own picture",
        story(
            '<div class="gallery"><figure><img alt=""><figcaption>Pier 8 after the strike</figcaption></figure><div class="gallery__nav">1 / 14</div></div>'
        ),
        [*EN, "8"],
        ["14"],
    )


def cards() -> Iterator[Page]:
    yield (
        "line of another story after a word in bold, no list",
        story(f"<p><strong>Раніше:</strong> {a(U1)}.</p>", "uk"),
        UK,
        ["1410"],
    )
    yield (
        "line of another story by an arrow",
        story(f"<p>→ {a('Порт у цифрах: 1200 суден на рік')}</p>", "uk"),
        UK,
        ["1200"],
    )
    yield (
        "box of background with a heading: the text's own",
        story(
            "<div class='background-box'><h3>What is known of the fleet</h3><p>Before the war it had 80 vessels in the bay; the flagship sank in April.</p></div>"
        ),
        [*EN, "80"],
        [],
    )
    yield (
        "card of a subscription in the words of its editor",
        story(
            "<div class='inline-appeal'><p>We work in four bureaus and it costs 9 dollars a month to be with us. If 500 more of you join this week, we open a fifth.</p><a class='btn' href='/join'>Join</a></div>"
        ),
        EN,
        ["9", "500"],
    )
    yield (
        "card of goods: name, price, stars",
        story(
            "<div class='product'><a href='https://shop.example/1'><img alt=''></a><div class='product-name'>Field radio</div><div class='price'>$129.50</div><div class='stars'>4.7 (1,266)</div></div>"
        ),
        EN,
        ["129.50", "4.7", "1,266"],
    )
    yield (
        "two cards of stories side by side between paragraphs",
        story(
            f"<div class='duo'><div class='duo__item'><a href='/1'><img alt=''><span>{H1}</span></a></div><div class='duo__item'><a href='/2'><img alt=''><span>{H2}</span></a></div></div>"
        ),
        EN,
        ["1,410", "68"],
    )
    yield (
        "carousel of the newest in Russian, times before titles",
        story(
            f"<div class='swiper-news'><div class='slide'><time>10:41</time>{a(R1)}</div><div class='slide'><time>10:22</time>{a('Цена зерна выросла до 240 долларов')}</div></div>",
            "ru",
        ),
        RU,
        ["1410", "240"],
    )
    yield (
        "short summary by a machine above the text: its own figures once more",
        doc(
            f"<main><h1>{T}</h1><section class='ai-summary'><h2>In short</h2><ul><li>2 ships hit</li><li>34 sailors killed or wounded</li></ul></section><div class='copy'>{p(A, B, C, D)}</div></main>"
        ),
        [*EN, "2", "34"],
        [],
    )
    yield (
        "advertising text in the column, marked by one word above it",
        story(
            "<div class='col-insert'><small>Advertisement</small><p>Loans from 3.9 percent for 84 months. Ask your bank.</p></div>"
        ),
        EN,
        ["3.9", "84"],
    )
    yield (
        "job notice of the paper in the middle",
        story(
            "<div class='notice'><p>Редакція шукає 2 кореспондентів, оплата від 35 000 гривень.</p></div>",
            "uk",
        ),
        [*UK],
        ["35 000"],
    )
    yield (
        "quiz result card and coins of a reader's account",
        story("<div class='loyalty'><span>You have 320 coins</span><span>Level 4</span></div>"),
        EN,
        ["320", "4"],
    )


def heads_and_feet() -> Iterator[Page]:
    yield (
        "breaking line of the war above the headline, weather and dates beside it",
        doc(
            f"<div class='breaking'><span>BREAKING</span> {a(H1)}</div><div class='top-line'><span>Tuesday 3 June 2025</span><span>Kyiv 24°</span></div><article><h1>{T}</h1>{p(A, B, C, D)}</article>"
        ),
        EN,
        ["1,410", "24"],
    )
    yield (
        "second headline of a live page above, edition and radio on air",
        doc(
            f"<div class='onair'>On air: News at 11, until 11:15</div><div class='livebox'><a href='/live'><strong>LIVE</strong> War day 1195: all that happens</a></div><main><h1>{T}</h1>{p(A, B, C, D)}</main><div class='edition'>Edition 3 of 4</div>"
        ),
        EN,
        ["11", "1195", "3", "4"],
    )
    yield (
        "byline block with counts and a score of reading ease",
        doc(
            f"<article><h1>{T}</h1><div class='by'><span>Desk</span><span>3 Jun 2025 11:05</span><span>Reading time: 4 min</span><span>Level: B2 / 61</span></div>{p(A, B, C, D)}</article>"
        ),
        EN,
        ["4", "61"],
    )
    yield (
        "tail of one page: tags with counts, rating by stars, number of the item",
        doc(
            f"<article><h1>{RT}</h1>{p(RA, RB, RC, RD)}<div class='t'>Теги: {a('флот')} (512), {a('порт')} (88)</div><div class='r'>Оценка: 4,3 из 5 (96 голосов)</div><div class='id'>Материал № 771204</div></article>",
            "ru",
        ),
        RU,
        ["512", "88", "4,3", "5", "96", "771204"],
    )
    yield (
        "foot of legal words: registration, address, telephones of the country's form",
        doc(
            f"<div class='content'><h1>{UT}</h1>{p(UA, UB, UC, UD)}</div><div class='legal'><p>Ідентифікатор медіа R40-01984. Адреса: вул. Портова, 12, тел. (044) 555-71-20. Передрук лише з посиланням.</p></div>",
            "uk",
        ),
        UK,
        ["40", "01984", "12", "044", "555"],
    )
    yield (
        "endless page: a second story under the first without its own article element",
        doc(
            f"<div class='infinite'><div class='page-1'><h1>{T}</h1>{p(A, B, C, D)}</div><div class='page-2'><h1>{H2}</h1><p>The ship left on Sunday with 31 containers of medicine and lost its way in the fog.</p><p>Two tugs from the 14th division pulled at it for hours, said the coast guard.</p></div></div>"
        ),
        EN,
        ["68", "31", "14"],
    )
    yield (
        "comments by a service in a list after the text, words about losses",
        doc(
            f"<article><h1>{T}</h1>{p(A, B, C, D)}</article><section class='hyvor'><h3>6 replies</h3><ul><li><b>Mate</b><p>There were 90 killed on that tug and the pier, my cousin works there.</p><span>12 likes</span></li><li><b>Stoker</b><p>No way, a tug has a crew of 8 at the most.</p></li></ul></section>"
        ),
        EN,
        ["6", "90", "12", "8"],
    )
    yield (
        "app bar, install counts and a code to scan at the end of the text",
        doc(
            f"<div class='app-bar'>Get the app 4.9 ★</div><div class='main-col'><h1>{T}</h1><div class='txt'>{p(A, B, C, D)}</div><div class='qr'><p>Scan and get news first: 1,000,000 installs</p></div></div>"
        ),
        EN,
        ["4.9", "1,000,000"],
    )


def whole_forms() -> Iterator[Page]:
    yield (
        "questions and answers: all of them the text's own",
        doc(
            f"<main><h1>{T}</h1><section><h2>What does Kyiv say?</h2><p>{A}</p></section><section><h2>What does Moscow say?</h2><p>{B}</p></section><section><h2>And the damage?</h2><p>{C}</p><p>{D}</p></section></main><aside><h2>Questions of readers</h2><p>Send yours to number 4040</p></aside>"
        ),
        EN,
        ["4040"],
    )
    yield (
        "time line of the text: hours and what happened",
        doc(
            f"<article><h1>{T}</h1>{p(A)}<ol class='timeline'><li><b>02:10</b> First of 7 drones seen</li><li><b>02:40</b> Fire on pier 6</li></ol>{p(B, C, D)}</article><div class='more'><h3>Timelines of other days</h3><ul><li>{a('3 May: 22 rockets')}</li></ul></div>"
        ),
        [*EN, "7", "6"],
        ["22"],
    )
    yield (
        "text in a definition list of a bulletin",
        doc(
            f"<div class='bulletin'><h1>{T}</h1><dl><dt>Navy</dt><dd>{A}</dd><dt>Ministry</dt><dd>{B}</dd><dt>Damage</dt><dd>{C}</dd><dt>Earlier</dt><dd>{D}</dd></dl></div><div class='pg'>{a('1', '/1')} {a('2', '/2')} {a('3', '/3')}</div>"
        ),
        EN,
        ["3"],
    )
    yield (
        "every paragraph in a row of a grid with a number of its own in the margin",
        doc(
            f"<article><h1>{T}</h1>"
            + "".join(
                f"<div class='row'><div class='para-no'>{n}</div><div class='para'><p>{text}</p></div></div>"
                for n, text in ((101, A), (102, B), (103, C), (104, D))
            )
            + "</article>"
        ),
        EN,
        ["101", "102", "103", "104"],
    )
    yield (
        "paragraphs as divs without classes between divs of shares",
        doc(
            f"<div><h1>{T}</h1><div>{A}</div><div>Share 58</div><div>{B}</div><div>{C}</div><div>{D}</div><div>Share 58</div></div>"
        ),
        EN,
        ["58"],
    )


def pages() -> Iterator[Page]:
    for some in (embeds, cards, heads_and_feet, whole_forms):
        yield from some()
