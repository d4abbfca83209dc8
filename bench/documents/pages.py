"""Pages of our own making: what news sites, ministries and channels send, in 32 layouts.

Each page is given as (name, HTML, numbers of the article, numbers of what stands around it).
Real figures, our own sentences; the numbers around an article occur nowhere in it.
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

LEAD = "Ukraine's General Staff said on Thursday that Russia lost 1,160 soldiers over the past day, bringing the total to about 407,240 since the full-scale invasion began."
SECOND = "The army also reported 12 destroyed tanks, 36 armoured vehicles and 31 artillery systems, figures that could not be verified independently by reporters on the ground."
THIRD = "A week earlier the same source had given 399,000, and officials in London put the number of killed and wounded at 350,000 in an update of late January."
UK = "Генеральний штаб повідомив у четвер, що за добу російські війська втратили 1160 військових, 12 танків і 31 артилерійську систему, а загалом близько 407 240 осіб."
UK2 = "Незалежно перевірити ці дані неможливо, зазначила редакція; тиждень тому штаб називав 399 тисяч, а наприкінці січня йшлося про 380 600 осіб."
RU = "Генштаб сообщил в четверг, что за сутки российская армия потеряла 1160 военных, 12 танков и 31 артиллерийскую систему, а всего около 407 240 человек."
RU2 = "Независимо проверить эти данные нельзя, отмечает редакция; неделей раньше штаб называл 399 тысяч, а в конце января речь шла о 380 600 людях."
EN = ["1,160", "407,240", "12", "36", "31", "399,000", "350,000"]
UA = ["1160", "12", "31", "407 240", "399", "380 600"]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(body: str, head: str = "", lang: str = "en") -> str:
    title = "<title>Losses of the day reported</title>"
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{title}{head}</head><body>{body}</body></html>'


BODY = paragraphs(LEAD, SECOND, THIRD)
LINKS = '<ul><li><a href="/a">Storm leaves 8,811 homes dark</a></li><li><a href="/b">Budget of 7,722 million passed</a></li></ul>'
AROUND = ["8,811", "7,722"]


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    yield (
        "semantic",
        page(
            f"<header><nav>{LINKS}</nav></header><main><article><h1>Losses</h1>{BODY}</article></main><footer>Call 8,811 or 7,722</footer>"
        ),
        EN,
        AROUND,
    )
    yield (
        "aside beside the article",
        page(
            f"<main><article><h1>Losses</h1>{BODY}</article><aside><h2>Most read</h2>{LINKS}</aside></main>"
        ),
        EN,
        AROUND,
    )
    yield (
        "only divs, named",
        page(
            f'<div class="top-menu">{LINKS}</div><div class="content"><h1>Losses</h1>{BODY}</div><div class="sidebar">{LINKS}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "related in the middle",
        page(
            f'<article><h1>Losses</h1>{paragraphs(LEAD)}<div class="related-posts"><h3>Read also</h3>{LINKS}</div>{paragraphs(SECOND, THIRD)}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "ids instead of classes",
        page(
            f'<div id="navigation">{LINKS}</div><div id="story"><h1>Losses</h1>{BODY}</div><div id="footer">{LINKS}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "layout by tables",
        page(
            f'<table><tr><td class="menu">{LINKS}</td><td><h1>Losses</h1>{BODY}</td></tr></table>'
        ),
        EN,
        AROUND,
    )
    yield (
        "roles",
        page(
            f'<div role="navigation">{LINKS}</div><div role="main"><h1>Losses</h1>{BODY}</div><div role="complementary">{LINKS}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "share counts",
        page(
            f'<article><h1>Losses</h1><div class="share-buttons"><a href="#">8,811 shares</a> <a href="#">7,722 likes</a></div>{BODY}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "comments",
        page(
            f'<article><h1>Losses</h1>{BODY}</article><section class="comments"><h2>Comments</h2><div class="comment"><p>I counted 8,811 tanks myself, believe me, and my cousin counted 7,722 of them.</p></div></section>'
        ),
        EN,
        AROUND,
    )
    yield (
        "cookie notice",
        page(
            f'<div class="cookie-banner"><p>We and our 8,811 partners store data for 7,722 days.</p></div><article><h1>Losses</h1>{BODY}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "newsletter box",
        page(
            f'<article><h1>Losses</h1>{paragraphs(LEAD, SECOND)}<div class="newsletter-signup"><p>Join 8,811 readers; 7,722 joined today.</p></div>{paragraphs(THIRD)}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "breadcrumbs and tags",
        page(
            f'<div class="breadcrumbs"><a href="/">Home</a> / <a href="/8811">8,811</a></div><article><h1>Losses</h1>{BODY}</article><div class="tags"><a href="/t">7,722 stories on losses</a></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "pagination",
        page(
            f'<article><h1>Losses</h1>{BODY}</article><div class="pagination"><a href="?p=8811">8,811</a><a href="?p=7722">7,722</a></div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "list of losses with breaks",
        page(
            "<article><h1>Losses</h1><p>"
            + "<br/>".join(
                [
                    "personnel - about 407240 (+1160) persons",
                    "tanks - 6523 (+12)",
                    "artillery systems - 9851 (+31)",
                    "helicopters - 325 (+0)",
                ]
            )
            + f'</p></article><div class="menu">{LINKS}</div>'
        ),
        ["407240", "1160", "6523", "12", "9851", "31", "325"],
        AROUND,
    )
    yield (
        "list of losses as items",
        page(
            "<main><h1>Losses</h1><ul><li>tanks: 6,523 (+12)</li><li>guns: 9,851 (+31)</li><li>helicopters: 325</li></ul>"
            + paragraphs(LEAD)
            + f"</main><footer>{LINKS}</footer>"
        ),
        ["6,523", "9,851", "325", "12", "31", "1,160", "407,240"],
        AROUND,
    )
    yield (
        "table of losses",
        page(
            "<article><h1>Losses</h1>"
            + paragraphs(LEAD)
            + "<table><tr><th>Kind</th><th>Total</th><th>Day</th></tr><tr><td>Tanks</td><td>6,523</td><td>12</td></tr><tr><td>Guns</td><td>9,851</td><td>31</td></tr></table></article>"
            + f'<div class="footer">{LINKS}</div>'
        ),
        ["1,160", "407,240", "6,523", "12", "9,851", "31"],
        AROUND,
    )
    yield (
        "repeated paragraph",
        page(
            f"<article><h1>Losses</h1>{paragraphs(LEAD, SECOND, LEAD)}</article><nav>{LINKS}</nav>"
        ),
        ["1,160", "407,240", "12", "36", "31", "1,160", "407,240"],
        AROUND,
    )
    yield (
        "quotation",
        page(
            f"<article><h1>Losses</h1>{paragraphs(LEAD)}<blockquote><p>We lost 31,000 soldiers, not 150,000, the president said.</p></blockquote>{paragraphs(SECOND)}</article><aside>{LINKS}</aside>"
        ),
        ["1,160", "407,240", "31,000", "150,000", "12", "36", "31"],
        AROUND,
    )
    yield (
        "caption",
        page(
            f'<article><h1>Losses</h1><figure><img src="a.jpg" alt=""><figcaption>A field with 36 burnt vehicles, counted on a picture of 19 February</figcaption></figure>{paragraphs(LEAD)}</article><nav>{LINKS}</nav>'
        ),
        ["36", "1,160", "407,240"],
        AROUND,
    )
    yield (
        "figures in the headline",
        page(
            f"<article><h1>Russia loses 1,160 soldiers and 12 tanks in a day</h1>{paragraphs(THIRD)}</article><nav>{LINKS}</nav>"
        ),
        ["1,160", "12", "399,000", "350,000"],
        AROUND,
    )
    yield (
        "a short report",
        page(
            f"<article><h1>Day</h1><p>Russia lost 1,160 soldiers.</p></article><nav>{LINKS}</nav>"
        ),
        ["1,160"],
        AROUND,
    )
    yield (
        "live blog",
        page(
            "<main><h1>Live</h1>"
            + "".join(
                f'<section class="entry"><time datetime="2024-02-22T0{n}:00">0{n}:00</time><p>{text}</p></section>'
                for n, text in enumerate((LEAD, SECOND, THIRD), 6)
            )
            + f'</main><div class="recommended">{LINKS}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "scripts and styles",
        page(
            f"<script>var a = 8811; document.write('8,811')</script><style>.a{{width:7722px}}</style><article><h1>Losses</h1>{BODY}</article><noscript></noscript>",
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-22","wordCount":7722}</script>',
        ),
        EN,
        AROUND,
    )
    yield (
        "text without paragraphs",
        page(
            f'<div class="text"><h1>Losses</h1>{LEAD}<br><br>{SECOND}<br><br>{THIRD}</div><div class="bottom-nav">{LINKS}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "paragraphs as divs",
        page(
            f'<div class="post"><h1>Losses</h1><div>{LEAD}</div><div>{SECOND}</div><div>{THIRD}</div></div><div class="widget-area">{LINKS}</div>'
        ),
        EN,
        AROUND,
    )
    yield (
        "spans inside numbers",
        page(
            "<article><h1>Losses</h1><p>Ukraine's General Staff said that Russia lost <b>1,1</b><i>60</i> soldiers over the past day, and <span>12</span>&nbsp;tanks.</p>"
            + paragraphs(THIRD)
            + f"</article><nav>{LINKS}</nav>"
        ),
        ["1,160", "12", "399,000", "350,000"],
        AROUND,
    )
    yield (
        "Ukrainian, semantic",
        page(
            f"<nav>{LINKS}</nav><article><h1>Втрати</h1>{paragraphs(UK, UK2)}</article>", lang="uk"
        ),
        UA,
        AROUND,
    )
    yield (
        "Ukrainian, divs",
        page(
            f'<div class="main-menu">{LINKS}</div><div class="article-body"><h1>Втрати</h1>{paragraphs(UK, UK2)}</div><div class="popular-news">{LINKS}</div>',
            lang="uk",
        ),
        UA,
        AROUND,
    )
    yield (
        "Russian, semantic",
        page(
            f"<header><nav>{LINKS}</nav></header><main>{paragraphs(RU, RU2)}</main><footer>{LINKS}</footer>",
            lang="ru",
        ),
        UA,
        AROUND,
    )
    yield (
        "Russian, divs",
        page(
            f'<div class="b-header__nav">{LINKS}</div><div class="b-article"><h1>Потери</h1>{paragraphs(RU, RU2)}</div><div class="b-related">{LINKS}</div>',
            lang="ru",
        ),
        UA,
        AROUND,
    )
    yield (
        "a ministry's plain page",
        page(
            f'<div id="header"><a href="/">Ministry</a></div><h2>Report of 22 February</h2>{paragraphs(LEAD, SECOND)}<div id="links">{LINKS}</div><div id="copyright">8,811 visits since 7,722</div>'
        ),
        ["1,160", "407,240", "12", "36", "31"],
        AROUND,
    )
    yield (
        "advertisement in the text",
        page(
            f'<article><h1>Losses</h1>{paragraphs(LEAD)}<div class="advert"><p>Save 8,811 today, only 7,722 left</p></div>{paragraphs(SECOND, THIRD)}</article>'
        ),
        EN,
        AROUND,
    )
    yield (
        "links in the text",
        page(
            f'<article><h1>Losses</h1><p>Ukraine says <a href="/x">Russia lost 1,160 soldiers</a> and <a href="/y">12 tanks</a> in a day.</p>{paragraphs(THIRD)}</article><div class="more-stories">{LINKS}</div>'
        ),
        ["1,160", "12", "399,000", "350,000"],
        AROUND,
    )
