"""Thirty pages more, written after the rules for lists of links and before their first run on these.

Families that the other two sets do not have: page builders, newsletters, forums, embeds, tickers,
galleries, tables of scores, partners' news, lines of promotion without a name. Given as (name,
HTML, numbers of the article, numbers of what stands around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

A = "Officials in Kyiv reported on Monday that 1,180 Russian troops were put out of action in a day, lifting their count for the war to 421,980."
B = "They listed 9 tanks, 21 armoured carriers and 38 guns as well; the defence ministry in Moscow gave no figure of its own."
C = "An estimate published in London in January speaks of 352,000 killed and wounded, and one made in Washington of 315,000."
EN = ["1,180", "421,980", "9", "21", "38", "352,000", "315,000"]
UK = "У понеділок у штабі повідомили, що за добу знешкоджено 1180 російських військових, а загалом від початку війни — 421 980."
UK2 = (
    "Серед техніки названо 9 танків, 21 бронемашину і 38 гармат; у Москві власних даних не навели."
)
RU = "В понедельник в штабе сообщили, что за сутки выведены из строя 1180 российских военных, а всего с начала войны — 421 980."
RU2 = "Из техники названы 9 танков, 21 бронемашина и 38 орудий; в Москве своих данных не привели."
OWN = ["1180", "421 980", "9", "21", "38"]
N1, N2 = "5,537", "3,319"
AROUND = [N1, N2]
PLAIN = ["5537", "3319"]
L1, L2 = f"Harvest falls to {N1} tonnes in the south", f"Museum shows {N2} coins found under a road"
U1, U2 = "Урожай на півдні впав до 5537 тонн", "Музей показав 3319 монет з-під дороги"
R1, R2 = "Урожай на юге упал до 5537 тонн", "Музей показал 3319 монет из-под дороги"


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def html(body: str, lang: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Count of a day</title></head><body>{body}</body></html>'


def a(line: str, more: str = "") -> str:
    return f'<a href="/s/1"{more}>{line}</a>'


H = "<h1>Count of a day</h1>"


def built() -> Iterator[Page]:
    """Page builders, newsletters, forums."""
    yield (
        "page builder",
        html(
            f'<div class="elementor elementor-12"><div class="elementor-widget elementor-widget-heading">{H}</div><div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{p(A, B, C)}</div></div><div class="elementor-widget elementor-widget-posts"><article class="elementor-post"><h3 class="elementor-post__title">{a(L1)}</h3></article><article class="elementor-post"><h3 class="elementor-post__title">{a(L2)}</h3></article></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "another builder",
        html(
            f'<div class="et_pb_section"><div class="et_pb_row"><div class="et_pb_column"><div class="et_pb_text_inner">{H}{p(A, B, C)}</div></div><div class="et_pb_column"><div class="et_pb_widget widget_recent_entries"><ul><li>{a(L1)}</li><li>{a(L2)}</li></ul></div></div></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "newsletter on the web",
        html(
            f'<div class="single-post"><h1 class="post-title">Count of a day</h1><div class="available-content"><div class="body markup">{p(A, B)}<div class="subscription-widget-wrap"><p>Thanks for reading! {N1} people did this week.</p></div>{p(C)}</div></div><div class="post-ufi"><a href="#">{N2}</a></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "forum topic",
        html(
            f'<div class="topic"><h1>{a("Count of a day")}</h1><div class="topic-body"><div class="cooked">{p(A, B, C)}</div><div class="post-infos">{N1} views</div></div></div><div class="suggested-topics"><table><tr><td>{a(L2)}</td><td>12 Mar</td></tr></table></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "site made of blocks",
        html(
            f'<section class="sqs-block"><div class="sqs-html-content">{H}{p(A, B, C)}</div></section><section class="summary-block"><div class="summary-item"><div class="summary-title">{a(L1)}</div><div class="summary-excerpt">Rain came late and hail came early.</div></div><div class="summary-item"><div class="summary-title">{a(L2)}</div></div></section>'
        ),
        EN,
        AROUND,
    )
    yield (
        "test ids",
        html(
            f'<div data-testid="Body">{H}<div data-testid="ArticleBody">{"".join(f"<div data-testid=paragraph-{n}>{t}</div>" for n, t in enumerate((A, B, C)))}</div><div data-testid="ReadNext"><h2>Read Next</h2><ul><li data-testid="StoryCard">{a(L1)}<span>Agriculture</span></li><li data-testid="StoryCard">{a(L2)}<span>Culture</span></li></ul></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "enhancement in the middle",
        html(
            f'<bsp-story-page><main class="Page-main">{H}<div class="RichTextStoryBody">{p(A)}<div class="Enhancement"><div class="PageList-items"><div class="PagePromo"><div class="PagePromo-title">{a(L1)}</div></div><div class="PagePromo"><div class="PagePromo-title">{a(L2)}</div></div></div></div>{p(B, C)}</div></main></bsp-story-page>'
        ),
        EN,
        AROUND,
    )
    yield (
        "embedded post",
        html(
            f'<article>{H}{p(A)}<blockquote class="twitter-tweet"><p>38 guns in a day is a lot.</p>&mdash; A watcher {a("March 4, 2024")}</blockquote><div class="embed-metrics">{N1} likes {N2} shares</div>{p(C)}</article>'
        ),
        ["1,180", "421,980", "38", "352,000", "315,000"],
        AROUND,
    )
    yield (
        "gallery and player",
        html(
            f'<article>{H}<div class="gallery"><span>1 / {N1}</span></div><div class="audio-player" aria-label="Listen">Listened {N2} times</div>{p(A, B, C)}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "scores and shares in tables",
        html(
            f'<table class="stocks"><tr><td>{a("Index of shares")}</td><td>{N1}</td></tr><tr><td>{a("Price of gold")}</td><td>{N2}</td></tr></table><div>{H}{p(A, B, C)}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "numbered list of the most read",
        html(
            f"<main>{H}{p(A, B, C)}</main><section><h2>Top stories</h2><ol><li><span>1</span> {a(L1)}</li><li><span>2</span> {a(L2)}</li></ol></section>"
        ),
        EN,
        AROUND,
    )
    yield (
        "promotion without a name",
        html(
            f"<main>{H}{p(A)}<p><em>Sign up to our letter: {N1} readers already did.</em></p>{p(B, C)}<p>Reporting by our desk; editing by two others</p><p>{a(L2)}</p></main>"
        ),
        EN,
        AROUND,
    )
    yield (
        "advertisement labelled",
        html(
            f'<div class="page">{H}{p(A)}<div class="ad-slot"><span>Advertisement</span><p>Only {N1} left at {N2}</p></div>{p(B, C)}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "widgets of a third party",
        html(
            f'<div class="story">{H}{p(A, B, C)}</div><div id="taboola-below-article"><div class="videoCube"><a href="https://ads.example/1"><span>He bought {N1} shoes, this happened</span></a></div></div><div class="OUTBRAIN"><a href="https://ads.example/2">Doctors hate these {N2} tricks</a></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "summary of links to parts of the story",
        html(
            f'<main>{H}<ul><li><a href="#a">Russia lost 9 tanks and 38 guns</a></li><li><a href="#b">London counts 352,000 in all</a></li></ul>{p(A, C)}</main><footer>{a(L1)} {a(L2)}</footer>'
        ),
        ["9", "38", "352,000", "1,180", "421,980", "352,000", "315,000"],
        AROUND,
    )
    yield (
        "figures as a grid",
        html(
            f'<main>{H}<div class="stats-grid"><div class="stat"><b>421,980</b> personnel</div><div class="stat"><b>6,644</b> tanks</div><div class="stat"><b>348</b> aircraft</div></div>{p(C)}</main><div class="menu-footer">{a(L1)}{a(L2)}</div>'
        ),
        ["421,980", "6,644", "348", "352,000", "315,000"],
        AROUND,
    )


def local() -> Iterator[Page]:
    """Ukrainian and Russian pages."""
    yield (
        "Ukrainian, list of the main news with times",
        html(
            f'<div class="page-grid"><div class="article-col">{H}{p(UK, UK2)}</div><div class="news-col"><div class="title">Головні новини</div><div class="row"><span>12:05</span><div>{a(U1)}</div></div><div class="row"><span>11:40</span><div>{a(U2)}</div></div></div></div>',
            "uk",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Ukrainian, call to a channel",
        html(
            f'<article>{H}{p(UK)}<p><strong>Підписуйтесь на наш канал у Telegram: нас уже 5537 читачів</strong></p>{p(UK2)}<div class="tags-list">{a("втрати")} {a("війна 3319")}</div></article>',
            "uk",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Ukrainian, builder of sites",
        html(
            f'<div class="t-records"><div class="t-rec"><div class="t-title">Підсумок доби</div><div class="t-text">{UK}<br>{UK2}</div></div><div class="t-rec"><div class="t-feed"><div class="t-feed__post">{a(U1)}</div><div class="t-feed__post">{a(U2)}</div></div></div></div>',
            "uk",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Ukrainian, what we wrote before",
        html(
            f"<main>{H}{p(UK)}<p>Нагадаємо, {a('урожай на півдні впав до 5537 тонн')}.</p>{p(UK2)}<ul><li>Також: {a(U2)}</li></ul></main>",
            "uk",
        ),
        [*OWN, "5537"],
        ["3319"],
    )
    yield (
        "Ukrainian, page of an administration",
        html(
            f'<div id="wrapper"><div id="head">{a("Головна")}{a("Звернення 5537")}</div><div id="leftcol"><ul><li>{a(U1)}</li><li>{a(U2)}</li></ul></div><div id="content">{H}<div>{UK}</div><div>{UK2}</div></div></div>',
            "uk",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Ukrainian, comments by readers",
        html(
            f'<div class="news">{H}{p(UK, UK2)}</div><ul class="commentlist"><li class="comment"><p>Я нарахував 5537.</p></li><li class="comment"><p>А я 3319.</p></li></ul>',
            "uk",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Ukrainian, carousel",
        html(
            f'<div class="swiper"><div class="swiper-slide">{a(U1)}</div><div class="swiper-slide">{a(U2)}</div></div><main>{H}{p(UK, UK2)}</main>',
            "uk",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Russian, news of partners",
        html(
            f'<article>{H}{p(RU, RU2)}</article><div class="partners-news"><h4>Новости партнёров</h4><div>{a(R1)}</div><div>{a(R2)}</div></div>',
            "ru",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Russian, materials on the subject inside the text",
        html(
            f'<div class="topic-body">{H}<div class="topic-body__content">{p(RU)}<div class="box-inline-topic"><div>Материалы по теме</div><a href="/x"><h5>{R1}</h5><time>12 марта</time></a></div>{p(RU2)}</div></div>',
            "ru",
        ),
        OWN,
        ["5537"],
    )
    yield (
        "Russian, one story after another",
        html(
            f'<div class="material">{H}{p(RU, RU2)}</div><div class="material"><h2>{a(R1)}</h2><p>Комбайны вышли в поле на две недели позже, и к пятнице собрали лишь 3319 тонн пшеницы, сказали в районе.</p></div>',
            "ru",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Russian, counters and a form",
        html(
            f"<main>{H}<div>Просмотров: 5537</div>{p(RU, RU2)}<form><p>Нашли ошибку? Выделите её.</p></form><div>3319 комментариев</div></main>",
            "ru",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Russian, old portal with a column of links",
        html(
            f"<table><tr><td>{a(R1)}<hr>{a(R2)}</td><td><b>Итог дня</b><br>{RU}<br>{RU2}</td></tr></table>",
            "ru",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Russian, links under the text without a heading",
        html(
            f'<div class="js-mediator-article">{H}{p(RU, RU2)}</div><p>{a(R1)}</p><p>{a(R2)}</p>',
            "ru",
        ),
        OWN,
        PLAIN,
    )
    yield (
        "Russian, AMP with related",
        html(
            f'<article class="amp-wp-article">{H}{p(RU, RU2)}</article><amp-carousel><a href="/x"><div>{R1}</div></a><a href="/y"><div>{R2}</div></a></amp-carousel>',
            "ru",
        ),
        OWN,
        PLAIN,
    )


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    yield from built()
    yield from local()
