"""Pages written after all rules that the other sets led to, and before their first run.

Two halves: sites of other kinds than the other sets have, with their menus, tickers and comments;
and pages on which a reader that throws much away loses the text's own figures: grids, lists of a
day, figures before the headline's text, texts in forms and in elements with unlucky names.
Given as (name, HTML, numbers of the article, numbers of what stands around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "Count of a Thursday at the front"
A = "Ukraine's military reported on Friday that Russia's forces lost 1,410 soldiers during Thursday, which brings the figure it gives for the war to 512,830."
B = "The same report mentions 8 tanks, 19 armoured vehicles and 57 guns, and says that 46 drones were brought down overnight."
C = "A think tank in Washington counted 300,000 killed and wounded by the spring; a newspaper in London arrived at 462,000."
EN = ["1,410", "512,830", "8", "19", "57", "46", "300,000", "462,000"]
UT = "Підсумки четверга на фронті"
U1 = "Українські військові у п'ятницю повідомили, що за четвер Росія втратила 1410 солдатів, а за всю війну, за їхніми даними, 512 830."
U2 = "У тому ж звіті йдеться про 8 танків, 19 бойових машин і 57 гармат, а також про 46 дронів, збитих уночі."
RT = "Итоги четверга на фронте"
R1 = "Украинские военные в пятницу сообщили, что за четверг Россия потеряла 1410 солдат, а за всю войну, по их данным, 512 830."
R2 = "В том же отчёте говорится о 8 танках, 19 боевых машинах и 57 пушках, а также о 46 дронах, сбитых ночью."
OWN = ["1410", "512 830", "8", "19", "57", "46"]
X = ["4,731", "6,208", "9,356"]
Y = ["4731", "6208", "9356"]
E1, E2, E3 = (
    "Ferry carried 4,731 cars over the strait",
    "Orchard sells 6,208 crates of plums in a day",
    "School library buys 9,356 new books",
)
K1, K2, K3 = (
    "Пором перевіз через протоку 4731 авто",
    "Сад продав за день 6208 ящиків слив",
    "Шкільна бібліотека купила 9356 нових книжок",
)
M1, M2, M3 = (
    "Паром перевёз через пролив 4731 машину",
    "Сад продал за день 6208 ящиков слив",
    "Школьная библиотека купила 9356 новых книг",
)


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def a(line: str) -> str:
    return f'<a href="/n/77.html">{line}</a>'


def html(body: str, lang: str = "en", title: str = T, head: str = "") -> str:
    return f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def kinds() -> Iterator[Page]:
    """Sites of other kinds, with what stands around their texts."""
    yield (
        "local radio",
        html(
            f'<div class="player-sticky">Now playing: song 4,731</div><div id="pg"><h1>{T}</h1><div class="article-wysiwyg">{p(A, B, C)}</div><h2>On air</h2><div class="onair">Phone us on 6,208</div><h2>You might like</h2><div>{a(E3)}</div></div>'
        ),
        EN,
        X,
    )
    yield (
        "trade magazine with a wall for payment",
        html(
            f'<div class="article"><h1>{T}</h1>{p(A, B, C)}<div class="piano-offer"><h3>Subscribe from 4,731 cents</h3><p>Read by 6,208 firms</p></div></div><div class="jobs-board"><h3>Jobs</h3><div>{a(E3)}</div></div>'
        ),
        EN,
        X,
    )
    yield (
        "think tank",
        html(
            f'<div class="utility-nav">{a(E1)}</div><div class="hero"><h1>{T}</h1><p class="byline">By two analysts</p></div><div class="body-copy">{p(A, B, C)}</div><div class="footnotes"><p>1. See the list of Thursday.</p></div><div class="more-work"><h3>Related work</h3>{a(E2)}</div><div class="donor-strip">9,356 donors stand behind this work</div>'
        ),
        EN,
        X,
    )
    yield (
        "aggregator of headlines",
        html(
            f'<div class="crumbs">{a("War")} &gt; {a("Counts 4,731")}</div><h1>{T}</h1><div class="txt">{p(A, B, C)}</div><div class="cluster"><h4>Coverage of this by others</h4><div>{a(E2)} - Paper</div><div>{a(E3)} - Radio</div></div>'
        ),
        EN,
        X,
    )
    yield (
        "site with a quiz and a map",
        html(
            f'<main><h1>{T}</h1>{p(A)}<div class="quiz-embed"><h3>Test yourself</h3><p>4,731 people have tried</p></div>{p(B)}<div class="map-legend">Scale 6,208</div>{p(C)}</main><div class="cross-sell">{a(E3)}</div>'
        ),
        EN,
        ["4,731", "9,356"],
    )
    yield (
        "video channel's page",
        html(
            f'<div id="player"></div><h1>{T}</h1><div id="info"><span class="view-count">4,731 views</span></div><div id="description">{p(A, B, C)}</div><div id="related"><div class="compact-video"><h3>{a(E2)}</h3><span>9,356 views</span></div></div>'
        ),
        EN,
        X,
    )
    yield (
        "social network's post",
        html(
            f'<div role="banner"><a href="/">Home</a></div><div role="main"><div role="article"><h2>The Desk</h2><div dir="auto">{A}</div><div dir="auto">{B}</div><div dir="auto">{C}</div><div><span role="toolbar">4,731</span><div role="button">6,208 comments</div></div></div><div role="article" aria-label="Comment by a reader"><div dir="auto">I have it as 9,356, and I have kept this notebook since the very first week of the war, believe me.</div></div></div>'
        ),
        EN,
        X,
    )
    yield (
        "university's bulletin",
        html(
            f'<div id="top"><img alt="Seal"><div>Tel 4,731</div></div><div id="mid"><div id="lhs">{a("Faculties")}<br>{a(E2)}</div><div id="story"><h2>{T}</h2>{p(A, B, C)}</div></div><div id="bot">Page 9,356 of our site</div>'
        ),
        EN,
        X,
    )
    yield (
        "Ukrainian city portal",
        html(
            f'<div class="city-weather">Львів +21, тиск 4731</div><div class="wrap"><div class="content"><h1>{UT}</h1><div class="news-body">{p(U1, U2)}</div><div class="rate-news">Оцінка: 6208</div></div><div class="aside-col"><h3>Афіша</h3>{a(K3)}</div></div>',
            "uk",
            UT,
        ),
        OWN,
        Y,
    )
    yield (
        "Ukrainian weekly with a fund raising",
        html(
            f'<article><h1>{UT}</h1>{p(U1)}<div class="donate-box"><p>Зібрано 4731 гривню</p><a href="/d">Долучитися</a></div>{p(U2)}<p><em>Підпишіться на наш Telegram, нас 6208</em></p></article><section><h2>Читайте ще</h2><div>{a(K3)}</div></section>',
            "uk",
            UT,
        ),
        OWN,
        Y,
    )
    yield (
        "Ukrainian ministry with open data beside",
        html(
            f'<div class="gov-header"><div class="gov-header__contacts">0 800 4731</div></div><div class="gov-main"><h1>{UT}</h1><div class="editor-content">{p(U1, U2)}</div></div><div class="gov-useful"><h3>Корисні посилання</h3>{a(K2)}{a(K3)}</div>',
            "uk",
            UT,
        ),
        OWN,
        Y,
    )
    yield (
        "Ukrainian blog on an old engine",
        html(
            f'<table><tr><td class="hd" colspan=2>{a("Блог")} Сьогодні тут 4731 гість</td></tr><tr><td class="bd"><h2>{UT}</h2>{U1}<br>{U2}<div class="dt">Прочитали: 6208</div></td><td class="sd">{a(K3)}</td></tr></table>',
            "uk",
            UT,
        ),
        OWN,
        Y,
    )
    yield (
        "Russian news of a mail portal",
        html(
            f'<div class="pm-toolbar"><span>Почта 4731</span></div><div class="js-article"><h1 class="hdr__inner">{RT}</h1><div class="article__intro">{p(R1)}</div><div class="article__item">{p(R2)}</div></div><div class="block-infinity"><div class="newsitem"><span class="newsitem__title">{a(M2)}</span></div></div><div class="link-hdr">Обсудить (9356)</div>',
            "ru",
            RT,
        ),
        OWN,
        Y,
    )
    yield (
        "Russian site in exile with an appeal",
        html(
            f'<div class="SupportBanner">Нас поддержали 4731 человек</div><div class="GeneralMaterial-article"><h1>{RT}</h1>{p(R1)}<div class="RelatedRichBlock">{a(M2)}</div>{p(R2)}</div><div class="Toolbar"><button>9356</button></div>',
            "ru",
            RT,
        ),
        OWN,
        Y,
    )
    yield (
        "Russian analysts' column",
        html(
            f'<div class="col-2-3"><div class="sub">Курс: 4731</div><h1>{RT}</h1><div class="full-text">{p(R1, R2)}</div><div class="rateit">Голосов: 6208</div><div class="add-comment"><textarea>Ваш комментарий до 9356 знаков</textarea></div></div>',
            "ru",
            RT,
        ),
        OWN,
        Y,
    )
    yield (
        "Russian wire with times",
        html(
            f'<ul class="wire"><li><time>09:10</time> {a(M1)}</li><li><time>09:05</time> {a(M2)}</li></ul><div class="b-material"><h1>{RT}</h1><div class="b-material-text">{R1}<br/>{R2}</div></div><div class="b-material-after">Номер выпуска 9356</div>',
            "ru",
            RT,
        ),
        OWN,
        Y,
    )


def hard() -> Iterator[Page]:
    """Pages on which a text's own figures are easily lost."""
    yield (
        "figures as cards, each a link to its own page",
        html(
            f'<h1>{T}</h1><div class="cards"><a class="card" href="/p"><div class="num">512,830</div><div class="lab">personnel</div></a><a class="card" href="/t"><div class="num">7,931</div><div class="lab">tanks</div></a><a class="card" href="/g"><div class="num">13,804</div><div class="lab">guns</div></a></div><div class="note">{p(C)}</div>'
        ),
        ["512,830", "7,931", "13,804", "300,000", "462,000"],
        [],
    )
    yield (
        "dashboard without a paragraph",
        html(
            f'<header><h1>{T}</h1></header><div class="dash"><div><span>512,830</span><span>personnel</span></div><div><span>7,931</span><span>tanks</span></div><div><span>13,804</span><span>guns</span></div></div><footer>{a(E1)}</footer>'
        ),
        ["512,830", "7,931", "13,804"],
        ["4,731"],
    )
    yield (
        "list of the day in a part of its own",
        html(
            f'<div class="lead"><h1>{T}</h1>{p(A)}</div><div class="list"><ul><li>tanks - 7,931 (+8)</li><li>guns - 13,804 (+57)</li></ul></div><div class="src">Source: <a href="https://gs.example/">the staff</a>, report 863</div>'
        ),
        ["1,410", "512,830", "7,931", "8", "13,804", "57"],
        [],
    )
    yield (
        "story in a form of an old server",
        html(
            f'<form id="aspnetForm" method="post"><div class="top">{a(E1)}</div><div id="ctl00_body"><h1>{T}</h1>{p(A, B, C)}</div><div class="bottom">{a(E2)}</div></form>'
        ),
        EN,
        X[:2],
    )
    yield (
        "story in an element that is called promo",
        html(
            f'<div class="promo-wrapper"><h1>{T}</h1>{p(A, B, C)}</div><div class="menu">{a(E1)}</div>'
        ),
        EN,
        X[:1],
    )
    yield (
        "summary above the headline",
        html(
            f'<main><div class="kicker"><p>512,830: the figure that the staff in Kyiv gives for the war, after another 1,410 on Thursday, as it said on Friday.</p></div><h1>{T}</h1>{p(B, C)}</main><nav>{a(E3)}</nav>'
        ),
        ["512,830", "1,410", "8", "19", "57", "46", "300,000", "462,000"],
        X[2:],
    )
    yield (
        "questions and answers",
        html(
            f'<main><h1>{T}</h1><details open><summary>How many people?</summary>{p(A)}</details><details><summary>And equipment?</summary>{p(B)}</details><dl><dt>Washington</dt><dd>300,000</dd><dt>London</dt><dd>462,000</dd></dl></main><div class="related">{a(E1)}</div>'
        ),
        EN,
        X[:1],
    )
    yield (
        "table in a part of its own with sources linked",
        html(
            f"<article><h1>{T}</h1>{p(A, B)}<figure><table><tr><th>Who</th><th>Count</th></tr><tr><td>{a('Think tank in Washington')}</td><td>300,000</td></tr><tr><td>{a('Newspaper in London')}</td><td>462,000</td></tr></table><figcaption>Counts of 2 others</figcaption></figure></article><aside>{a(E3)}</aside>"
        ),
        EN,
        X[2:],
    )
    yield (
        "big number with its words below",
        html(
            f'<main><h1>{T}</h1>{p(A)}<div class="bignumber"><strong>46</strong></div><div class="bigtext">drones were brought down overnight</div><div class="bignumber"><strong>57</strong></div><div class="bigtext">guns</div>{p(C)}</main><div class="ad">{E1}</div>'
        ),
        ["1,410", "512,830", "46", "57", "300,000", "462,000"],
        X[:1],
    )
    yield (
        "Ukrainian list with labels and numbers apart",
        html(
            f'<div class="war-box"><h2>{UT}</h2><div class="casualties"><ul><li>Танки — 7931 <small>(+8)</small></li><li>ББМ — 15 245 <small>(+19)</small></li><li>Артилерія — 13 804 <small>(+57)</small></li><li>Особовий склад — близько 512 830 осіб <small>(+1410)</small></li></ul></div></div><div class="site-menu">{a(K1)}{a(K2)}</div>',
            "uk",
            UT,
        ),
        ["7931", "8", "15 245", "19", "13 804", "57", "512 830", "1410"],
        Y[:2],
    )
    yield (
        "chat saved as a page",
        html(
            f'<div class="page_wrap"><div class="page_header"><div class="text bold">Desk</div></div><div class="history"><div class="message default clearfix"><div class="body"><div class="pull_right date details">08:10</div><div class="text">{U1}</div></div></div><div class="message default clearfix joined"><div class="body"><div class="text">{U2}</div></div></div></div></div>',
            "uk",
            "Exported Data",
        ),
        OWN,
        [],
    )
    yield (
        "Russian story in parts with subheads",
        html(
            f'<div class="text"><h1>{RT}</h1><h2>Люди</h2><div>{R1}</div><h2>Техника</h2><div>{R2}</div><h2>Другие новости</h2><div>{a(M1)}</div><div>{a(M2)}</div></div>',
            "ru",
            RT,
        ),
        OWN,
        Y[:2],
    )
    yield (
        "update notes and a correction below",
        html(
            f'<article><h1>{T}</h1>{p(A, B, C)}<p class="correction">Correction: an earlier version gave 512,380 for the war.</p></article><div class="most-read">{a(E1)}{a(E2)}</div>'
        ),
        [*EN, "512,380"],
        X[:2],
    )
    yield (
        "two columns of one story",
        html(
            f'<h1>{T}</h1><div class="row"><div class="col left">{p(A, B)}</div><div class="col right">{p(C)}<div class="pull">46 drones in a night</div></div></div><footer>9,356</footer>'
        ),
        [*EN, "46"],
        X[2:],
    )


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    yield from kinds()
    yield from hard()
