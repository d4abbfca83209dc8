"""Thirty-six more pages of our own making, written without a look at the reader's tables.

Each is built as a family of real sites builds its pages: blog systems, old portals, hashed
class names, live blogs, AMP, print views, wikis, ministries. Given as (name, HTML, numbers of
the article, numbers of what stands around it); the latter occur nowhere in the article.
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

A = "Kyiv's military said on Friday that 1,240 Russian soldiers had been killed or wounded since the previous morning, a figure it puts at 418,560 for the whole of the invasion."
B = "Fourteen tanks, 27 armoured vehicles and 44 artillery pieces were also listed as destroyed; Moscow has not commented, and reporters could not check the numbers."
C = "British officials said last week that Russian casualties had passed 355,000, while a count from obituaries kept by journalists had reached 45,123 names."
EN = ["1,240", "418,560", "27", "44", "355,000", "45,123"]
UK = "За минулу добу ворог втратив 1240 осіб убитими й пораненими, повідомили у штабі; з початку вторгнення таких втрат, за його оцінкою, 418 560."
UK2 = "Крім того, військові доповіли про 14 знищених танків, 27 бойових машин і 44 артсистеми. Москва цього не коментувала."
UA = ["1240", "418 560", "14", "27", "44"]
RU = "За сутки противник потерял 1240 человек убитыми и ранеными, сообщили в штабе; с начала вторжения, по его оценке, таких потерь 418 560."
RU2 = "Кроме того, военные сообщили о 14 уничтоженных танках, 27 боевых машинах и 44 артсистемах. Подтвердить эти данные независимо нельзя."
AROUND = ["6,613", "2,292"]
LINES = ("Flood drives 6,613 people from homes", "City sells 2,292 hectares of forest")
UK_LINES = ("Повінь вигнала з домівок 6613 людей", "Місто продало 2292 гектари лісу")
RU_LINES = ("Наводнение выгнало из домов 6613 человек", "Город продал 2292 гектара леса")
AROUND_PLAIN = ["6613", "2292"]


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def html(body: str, head: str = "", lang: str = "en", title: str = "Losses reported") -> str:
    return f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n<body>{body}</body></html>'


def links(shape: str, lines: tuple[str, ...] = LINES) -> str:
    """Each of the lines in a shape with ``%s`` in its place."""
    return "".join(shape % line for line in lines)


def blogs() -> Iterator[Page]:
    """What the common systems for blogs and news send."""
    yield (
        "block theme of a blog system",
        html(
            f'<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group">{links("<a href=/x>%s</a> ")}</div></header><main class="wp-block-group"><h1 class="wp-block-post-title">Losses</h1><div class="entry-content wp-block-post-content">{p(A, B, C)}</div></main>'
            f'<div class="wp-block-query"><ul class="wp-block-post-template">{links("<li class=wp-block-post><h3 class=wp-block-post-title><a href=/y>%s</a></h3></li>")}</ul></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "classic theme with widgets",
        html(
            f'<div id="page" class="hfeed site"><div id="content"><div id="primary"><div class="entry-content"><h1 class="entry-title">Losses</h1>{p(A, B)}<div id="jp-relatedposts" class="jp-relatedposts"><h3>Similar</h3>{links("<div class=jp-relatedposts-post><a href=/y>%s</a></div>")}</div></div></div>'
            f'<div id="secondary"><section id="recent-posts-2" class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul>{links("<li><a href=/z>%s</a></li>")}</ul></section></div></div></div>'
        ),
        ["1,240", "418,560", "27", "44"],
        AROUND,
    )
    yield (
        "regions and fields",
        html(
            f'<div class="layout-container"><div class="region region-header"><div class="block block-system">{links("<a href=/x>%s</a>")}</div></div><main role="main"><div class="node__content"><div class="field field--name-title"><h1>Losses</h1></div><div class="field field--name-body">{p(A, B, C)}</div></div></main>'
            f'<div class="region region-sidebar-second"><div class="views-element-container"><div class="views-row"><span class="field-content"><a href=/y>{LINES[0]}</a></span></div><div class="views-row"><span class="field-content"><a href=/y>{LINES[1]}</a></span></div></div></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "cards after the story",
        html(
            f'<div class="site-wrapper"><main class="site-main"><article class="gh-article"><header><h1>Losses</h1></header><section class="gh-content">{p(A, B, C)}</section></article></main><aside class="gh-outer"><div class="gh-feed">'
            + "".join(
                f'<article class="gh-card post"><a href="/y"><h3>{line}</h3><p>What the council knew and when it knew it.</p></a></article>'
                for line in LINES
            )
            + "</div></aside></div>"
        ),
        EN,
        AROUND,
    )
    yield (
        "hashed class names",
        html(
            f'<div id="__next"><div class="css-1q2w3e"><div class="css-9o8i7u">{links("<a class=css-ab12 href=/x>%s</a>")}</div><div class="css-5t4r3e"><h1 class="css-zz1">Losses</h1><div class="css-p0o9">{"".join(f"<div class=css-u7y6><p class=css-k1>{t}</p></div>" for t in (A, B, C))}</div></div>'
            f'<div class="css-m3n4"><h2 class="css-q1">Elsewhere</h2>{links("<div class=css-c5><a href=/y><span>%s</span></a></div>")}</div></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "components by data attributes",
        html(
            f'<div data-component="header-block">{links("<a href=/x>%s</a>")}</div><main id="main-content"><div data-component="headline-block"><h1>Losses</h1></div>{"".join(f"<div data-component=text-block><p>{t}</p></div>" for t in (A, B, C))}<div data-component="links-block"><p><b>More on this story</b></p><ul>{links("<li><a href=/y>%s</a></li>")}</ul></div></main>'
        ),
        EN,
        AROUND,
    )
    yield (
        "essay with responses",
        html(
            f'<div class="root"><article><section><h1>Losses</h1>{p(A, B, C)}</section></article><div class="responses"><h2>Responses (2)</h2><div><p>My uncle says it is 6,613, not what they write.</p></div><div><p>Then add the 2,292 from the river crossing.</p></div></div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "old blog host",
        html(
            f'<div class="main-outer"><div class="column-left-outer"><div class="widget Feed"><h2>Feed</h2>{links("<div><a href=/y>%s</a></div>")}</div></div><div class="column-center-outer"><div class="post hentry"><h3 class="post-title entry-title"><a href="/self">Losses</a></h3><div class="post-body entry-content">{A}<br/><br/>{B}<br/><br/>{C}</div><div class="post-footer">Posted at 06:13 | 6,613 readers</div></div></div><div class="column-right-outer"><div class="widget BlogArchive"><h2>Archive</h2><ul><li>2023 (2,292)</li></ul></div></div></div>'
        ),
        EN,
        AROUND,
    )


def papers() -> Iterator[Page]:
    """What papers and agencies send."""
    yield (
        "live blog with posts",
        html(
            f'<main><h1>War live</h1><div class="live-blog">{"".join(f"<article id=block-{n}><time>0{n}.13 GMT</time><h2>Update {n}</h2><p>{t}</p></article>" for n, t in enumerate((A, B, C), 7))}</div><div class="most-viewed"><h2>Most viewed</h2><ol>{links("<li><a href=/y>%s</a></li>")}</ol></div></main>'
        ),
        EN,
        AROUND,
    )
    yield (
        "live blog with divs and a ticker",
        html(
            f'<div class="ticker">{links("<span class=ticker__item><a href=/x>%s</a></span>")}</div><div class="lb-container"><h1>War live</h1>{"".join(f"<div class=lb-post><div class=lb-time>0{n}:13</div><div class=lb-text>{t}</div></div>" for n, t in enumerate((A, B, C), 7))}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "AMP page",
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>Losses</title><style amp-boilerplate>body{animation:6613ms}</style></head><body>'
        f'<amp-sidebar id="sidebar" layout="nodisplay"><ul>{links("<li><a href=/x>%s</a></li>")}</ul></amp-sidebar><header><div>News</div></header><article><h1>Losses</h1>{p(A)}<amp-ad width="300" height="250"><div fallback>Win 2,292 today</div></amp-ad>{p(B, C)}</article><amp-list><template type="amp-mustache"><p>6,613 more</p></template></amp-list></body></html>',
        EN,
        AROUND,
    )
    yield (
        "print view",
        html(
            f'<div class="print-logo"><img src="l.png" alt="News"></div><h1 class="print-title">Losses</h1><div class="print-content">{p(A, B, C)}</div><hr><div class="print-footer"><strong>Source URL:</strong> https://news.example/6,613 (page 2,292)</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "read-more lines inside the story",
        html(
            f'<article><h1>Losses</h1>{p(A)}<p><strong>Read more: <a href="/y">{LINES[0]}</a></strong></p>{p(B)}<p><em>See also:</em> <a href="/y">{LINES[1]}</a></p>{p(C)}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "author's box and a poll",
        html(
            f'<article><h1>Losses</h1><div class="story-body">{p(A, B, C)}</div><div class="author-bio"><p>The desk has filed 6,613 stories from nineteen countries.</p></div><div class="poll"><h3>Will talks begin this year?</h3><p>2,292 votes so far</p></div></article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "rates and weather above",
        html(
            f'<div class="top-strip"><span class="weather">Kyiv -3</span> <span class="currency">BTC 6,613</span> <span class="currency">Gold 2,292</span></div><div class="l-main"><h1>Losses</h1><div class="article__text">{p(A, B, C)}</div></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "next story below",
        html(
            f'<main><article><h1>Losses</h1>{p(A, B, C)}</article><div class="next-article"><h2><a href="/y">{LINES[0]}</a></h2><p>Boats went from door to door as the river rose for the third day running, and by dusk 2,292 had been brought to schools on higher ground.</p></div></main>'
        ),
        EN,
        AROUND,
    )
    yield (
        "video beside the text",
        html(
            f'<article><h1>Losses</h1><div class="video-player"><span class="views-count">6,613 views</span></div>{p(A, B, C)}<div class="social-counter">2,292</div></article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "consent window",
        html(
            f'<div role="dialog" aria-label="Privacy"><p>We and 6,613 vendors store and read data on your device for up to 2,292 days.</p><button>Agree</button></div><main><h1>Losses</h1>{p(A, B, C)}</main>'
        ),
        EN,
        AROUND,
    )
    yield (
        "teasers without a name",
        html(
            f"<div><div>{links('<div><a href=/x><b>%s</b></a></div>')}</div><div><h1>Losses</h1>{p(A, B, C)}</div><div>{links('<div><a href=/y><img alt= src=a.jpg>%s</a></div>')}</div></div>"
        ),
        EN,
        AROUND,
    )
    yield (
        "pull-out facts that belong to the story",
        html(
            f'<article><h1>Losses</h1>{p(A)}<div class="factbox"><h3>In numbers</h3><ul><li>6,644 tanks</li><li>348 aircraft</li></ul></div>{p(B, C)}</article><footer>{links("<a href=/x>%s</a>")}</footer>'
        ),
        [*EN, "6,644", "348"],
        AROUND,
    )
    yield (
        "notes and sources of a wiki",
        html(
            f'<div id="mw-navigation"><div id="mw-panel"><ul>{links("<li><a href=/x>%s</a></li>")}</ul></div></div><div id="content" class="mw-body"><h1 id="firstHeading">Losses</h1><div class="mw-parser-output">{p(A, B)}<table class="wikitable"><tr><th>Kind</th><th>Number</th></tr><tr><td>Tanks</td><td>6,644</td></tr></table>{p(C)}</div></div><div id="footer"><ul><li>Viewed 6,613 times</li></ul></div>'
        ),
        [*EN, "6,644"],
        AROUND,
    )
    yield (
        "collapsed list",
        html(
            f'<main><h1>Losses</h1>{p(A)}<dl><dt>Tanks</dt><dd>6,644</dd><dt>Aircraft</dt><dd>348</dd></dl>{p(C)}</main><details class="all-news"><summary>All news</summary>{links("<p><a href=/y>%s</a></p>")}</details>'
        ),
        ["1,240", "418,560", "6,644", "348", "355,000", "45,123"],
        AROUND,
    )
    yield (
        "list of the day in one paragraph, navigation by tables",
        html(
            f'<table width="100%"><tr><td colspan="2"><font size="2">{links("<a href=/x>%s</a> | ")}</font></td></tr><tr><td width="160" valign="top">{links("<a href=/y>%s</a><br>")}</td><td><h2>Losses</h2><font face="Arial">personnel - about 418560 (+1240)<br>tanks - 6644 (+14)<br>special equipment - 1610 (+9)<br></font></td></tr></table>'
        ),
        ["418560", "1240", "6644", "14", "1610", "9"],
        AROUND,
    )


def ours() -> Iterator[Page]:
    """Ukrainian and Russian sites and ministries."""
    uk, ru = UK_LINES, RU_LINES
    yield (
        "Ukrainian paper",
        html(
            f'<div class="header_main">{links("<a href=/x>%s</a>", uk)}</div><div class="container_sub_post_news"><article class="post_news"><h1 class="post_news_title">Втрати</h1><div class="post_news_text">{p(UK)}<div class="read_also"><strong>Читайте також:</strong> <a href=/y>{uk[0]}</a></div>{p(UK2)}</div></article><div class="section_sidebar">{links("<div class=article_news_list><a href=/y>%s</a></div>", uk)}</div></div>',
            lang="uk",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Ukrainian agency",
        html(
            f'<div id="leftMenu">{links("<a href=/x>%s</a>", uk)}</div><div class="newsView"><h1 class="newsTitle">Втрати</h1><div class="newsText">{p(UK, UK2)}</div></div><div class="rightBlock"><div class="lastNews">{links("<div><span>08:13</span> <a href=/y>%s</a></div>", uk)}</div></div>',
            lang="uk",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Ukrainian, lines inside the story",
        html(
            f"<main><h1>Втрати</h1>{p(UK)}<p>Читайте також: <a href=/y>{uk[0]}</a></p>{p(UK2)}<p><a href=/y>{uk[1]}</a></p></main>",
            lang="uk",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Ukrainian ministry",
        html(
            f'<div class="page-wrapper"><div class="breadcrumb-wrap">Головна / Новини / 6613</div><div class="news-detail"><h1>Втрати</h1><div class="news-detail__text">{UK}<br>{UK2}</div></div><div class="news-list-side">{links("<a href=/y class=item>%s</a>", uk)}</div></div><div class="footer-bottom">Переглядів: 2292</div>',
            lang="uk",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Ukrainian mirror of a channel",
        html(
            f'<div class="channel-info"><span>6613 підписників</span> <span>2292 фото</span></div><div class="posts"><div class="post-item"><div class="post-item__text">{UK}<br/>{UK2}</div><div class="post-item__meta">08:13</div></div></div>',
            lang="uk",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Ukrainian, hashed names",
        html(
            f'<div class="sc-a1b2">{links("<a class=sc-x href=/x>%s</a>", uk)}</div><div class="sc-c3d4"><h1>Втрати</h1>{"".join(f"<div class=sc-e5>{t}</div>" for t in (UK, UK2))}</div><div class="sc-g7h8"><div>Популярне</div>{links("<a class=sc-y href=/y><div>%s</div></a>", uk)}</div>',
            lang="uk",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Ukrainian, tags and figures in a table",
        html(
            f'<article><h1>Втрати</h1>{p(UK)}<table><tr><td>Танки</td><td>6644</td><td>+14</td></tr><tr><td>Гармати</td><td>10199</td><td>+44</td></tr></table></article><div class="post-tags"><a href=/t>війна</a> <a href=/t>втрати</a></div><div class="similar">{links("<p><a href=/y>%s</a></p>", uk)}</div>',
            lang="uk",
        ),
        ["1240", "418 560", "6644", "14", "10199", "44"],
        AROUND_PLAIN,
    )
    yield (
        "Russian business paper",
        html(
            f'<div class="news-feed js-news-feed"><div class="news-feed__list">{links("<a class=news-feed__item href=/x><span>%s</span></a>", ru)}</div></div><div class="article__content"><div class="article__header"><h1>Потери</h1></div><div class="article__text">{p(RU)}<div class="article__inline-item"><a href=/y>{ru[0]}</a></div>{p(RU2)}</div></div>',
            lang="ru",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Russian agency",
        html(
            f'<div class="lenta"><div class="lenta__title">Лента</div>{links("<div class=lenta__item><div>08:13</div><a href=/x>%s</a></div>", ru)}</div><div class="text-block"><h1>Потери</h1>{p(RU, RU2)}</div><div class="subscription">Подписаны 6613 читателей</div>',
            lang="ru",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Russian portal of old",
        html(
            f'<center><table><tr><td bgcolor="#eee">{links("<li><a href=/x>%s</a>", ru)}</td><td><h3>Потери</h3>{RU}<p>{RU2}<p align="right"><small>Прочитано 6613 раз</small></td></tr></table></center><div align="center"><a href="/c">Счётчик 2292</a></div>',
            lang="ru",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Russian, lines inside the story",
        html(
            f'<div class="doc"><h1 class="doc_header__name">Потери</h1><div class="article_text_wrapper"><p class="doc__text">{RU}</p><p class="doc__text"><b>Читайте также:</b> <a href=/y>{ru[0]}</a></p><p class="doc__text">{RU2}</p><p class="doc__text">По теме: <a href=/y>{ru[1]}</a></p></div></div>',
            lang="ru",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Russian, teasers with summaries",
        html(
            f"<section><h1>Потери</h1>{p(RU, RU2)}</section><section><h2>Главное</h2>{''.join(f'<div><h3><a href=/y>{line}</a></h3><p>Подробности выясняются, власти обещают ответ до конца дня.</p></div>' for line in ru)}</section>",
            lang="ru",
        ),
        UA,
        AROUND_PLAIN,
    )
    yield (
        "Russian, comments",
        html(
            f'<article><h1>Потери</h1>{p(RU, RU2)}</article><div id="disqus_thread"><div class="kommentarii"><p>А по моим данным их 6613.</p><p>Нет, 2292, считали дважды.</p></div></div>',
            lang="ru",
        ),
        UA,
        AROUND_PLAIN,
    )


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    for family in (blogs, papers, ours):
        yield from family()
