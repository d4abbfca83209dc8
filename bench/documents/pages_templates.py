"""Pages after the templates of well-known publishing systems, written before the first run on them.

Our own sentences in the markup that such systems send: the names of their classes and parts, the
order in which menus, rates, tickers, related stories, comments and footers come. Written after the
rules by names and by position and before these were tried here; every page carries several numbers
of others. Given as (name, HTML, numbers of the article, numbers of what stands around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

TITLE = "Army gives its count of losses for Tuesday"
A = "The general staff in Kyiv said on Wednesday that Russian forces had lost 1,270 people in the past day, and 433,910 since the start of the full-scale war."
B = "Its list names 16 tanks, 27 armoured vehicles and 41 artillery systems; none of this could be checked by our desk, and Moscow has published no figure of its own."
C = "In February an estimate made in London stood at 355,000 killed and wounded, while Washington spoke of 315,000 two months earlier."
EN = ["1,270", "433,910", "16", "27", "41", "355,000", "315,000"]
UTITLE = "Генштаб оновив дані про втрати за добу"
UA1 = "Генеральний штаб у середу повідомив, що за минулу добу російська армія втратила 1270 військових, а від початку повномасштабної війни близько 433 910."
UA2 = "У переліку також 16 танків, 27 бойових броньованих машин і 41 артилерійська система; перевірити ці дані незалежно неможливо."
UA3 = "У лютому оцінка Лондона становила 355 тисяч убитих і поранених, Вашингтон за два місяці до того говорив про 315 тисяч."
RTITLE = "Генштаб обновил данные о потерях за сутки"
RU1 = "Генеральный штаб в среду сообщил, что за минувшие сутки российская армия потеряла 1270 военных, а с начала полномасштабной войны около 433 910."
RU2 = "В списке также 16 танков, 27 боевых бронированных машин и 41 артиллерийская система; проверить эти данные независимо нельзя."
RU3 = "В феврале оценка Лондона составляла 355 тысяч убитых и раненых, Вашингтон за два месяца до того говорил о 315 тысячах."
OWN = ["1270", "433 910", "16", "27", "41", "355", "315"]

E1, E2 = "Dam repair to cost 8,214 dollars a metre", "Storm leaves 7,346 homes without power"
E3, E4 = "Library lends 9,127 books in one week", "Marathon draws 6,582 runners to the river"
U1, U2 = "Ремонт дамби коштуватиме 8214 гривень за метр", "Буря лишила без світла 7346 будинків"
U3, U4 = (
    "Бібліотека видала 9127 книжок за тиждень",
    "На марафон біля річки прийшли 6582 учасники",
)
R1, R2 = "Ремонт дамбы обойдётся в 8214 рублей за метр", "Буря оставила без света 7346 домов"
R3, R4 = "Библиотека выдала 9127 книг за неделю", "На марафон у реки пришли 6582 участника"
F4 = ["8,214", "7,346", "9,127", "6,582"]
P4 = ["8214", "7346", "9127", "6582"]


def p(*texts: str, attrs: str = "") -> str:
    return "".join(f"<p{attrs}>{text}</p>\n" for text in texts)


def a(line: str, attrs: str = "") -> str:
    return f'<a href="/2024/05/story"{attrs}>{line}</a>'


def html(body: str, lang: str = "en", title: str = TITLE, head: str = "", cls: str = "") -> str:
    return f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title} | The Desk</title>{head}</head><body{cls}>{body}</body></html>'


def weblogs() -> Iterator[Page]:
    """Systems for weblogs and newsletters."""
    yield (
        "WordPress, default theme",
        html(
            f"""<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header has-logo"><div class="site-branding"><p class="site-title"><a href="/">The Desk</a></p></div>
<nav id="site-navigation" class="primary-navigation"><ul class="menu-wrapper"><li class="menu-item">{a(E1)}</li></ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-8" class="post-8 post type-post status-publish format-standard has-post-thumbnail hentry category-news entry"><header class="entry-header alignwide"><h1 class="entry-title">{TITLE}</h1></header>
<div class="entry-content">{p(A, B, C)}</div><footer class="entry-footer default-max-width"><div class="posted-by"><span class="posted-on">Published 2024</span></div><div class="post-taxonomies"><span class="tags-links">Tagged {a("count 7,346")}</span></div></footer></article>
<nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous">{a("<span class=meta-nav>Previous</span> <p class=post-title>" + E3 + "</p>")}</div></div></nav>
<div id="comments" class="comments-area default-max-width show-avatars"><h2 class="comments-title">2 comments</h2><ol class="comment-list"><li class="comment even depth-1"><article class="comment-body"><div class="comment-content">{p("I have been counting these for two years and on my own list the number is 6,582, not what the staff says here.")}</div></article></li></ol></div>
</main></div></div><aside class="widget-area"><section class="widget widget_block"><h2>Recent posts</h2><ul><li>{a(E2)}</li></ul></section></aside></div>""",
            cls=' class="post-template-default single single-post postid-8 has-main-navigation"',
        ),
        EN,
        F4,
    )
    yield (
        "WordPress, magazine theme",
        html(
            f"""<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-wrap td-header-style-1"><div class="td-header-top-menu"><div class="td-weather-top-widget">Kyiv <span class="td-big-degrees">17</span></div><div class="top-header-menu">{a(E1)}</div></div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content">
<article class="post type-post hentry"><div class="td-post-header"><header class="td-post-title"><h1 class="entry-title">{TITLE}</h1><div class="td-module-meta-info"><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-8">7,346</span></div></div></header></div>
<div class="td-post-content tagdiv-type">{p(A)}<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span></div>{p(B, C)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li>{a("count")}</li></ul></div><div class="td-block-row td-post-next-prev"><div class="td-post-prev-post"><span>Previous article</span>{a(E3)}</div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title">RELATED ARTICLES</h4><div class="td_block_inner"><div class="td_module_related_posts"><h3 class="entry-title td-module-title">{a(E2)}</h3></div></div></div>
</div></div><div class="td-pb-span4 td-main-sidebar" role="complementary"><div class="td-ss-main-sidebar"><div class="td_block_social_counter"><span class="td_social_info td_social_info_counter">6,582</span><span class="td_social_info td_social_info_name">Fans</span></div></div></div></div></div></div></div>"""
        ),
        EN,
        F4,
    )
    yield (
        "Ghost",
        html(
            f"""<div class="gh-viewport"><header id="gh-navigation" class="gh-navigation is-left-logo gh-outer"><div class="gh-navigation-inner gh-inner"><nav class="gh-navigation-menu"><ul class="nav"><li class="nav-home">{a(E1)}</li></ul></nav></div></header>
<main class="gh-main"><article class="gh-article post tag-news"><header class="gh-article-header gh-canvas"><h1 class="gh-article-title is-title">{TITLE}</h1><div class="gh-article-meta"><span class="gh-article-meta-length">4 min read</span></div></header>
<section class="gh-content gh-canvas is-body drop-cap">{p(A)}<div class="kg-card kg-signup-card kg-width-regular"><h2 class="kg-signup-card-heading">One letter a day</h2><p class="kg-signup-card-subheading">Join 7,346 readers.</p></div>{p(B)}<div class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/x"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{E3}</div><div class="kg-bookmark-description">What people read in a wet week.</div></div></a></div>{p(C)}</section></article>
<section class="gh-container is-grid gh-outer"><div class="gh-container-inner gh-inner"><h2 class="gh-container-title">Read more</h2><div class="gh-feed"><article class="gh-card post"><a class="gh-card-link" href="/y"><div class="gh-card-wrapper"><h3 class="gh-card-title is-title">{E4}</h3><p class="gh-card-excerpt is-body">They came from all over the country.</p></div></a></article></div></div></section></main>
<footer class="gh-footer gh-outer"><div class="gh-footer-copyright">The Desk © 2024. Since 6,000 days.</div></footer></div>"""
        ),
        EN,
        [*F4, "6,000"],
    )
    yield (
        "Blogger",
        html(
            f"""<div class="content"><div class="content-outer"><header><div class="header section" id="header"><div class="widget Header"><h1 class="title">The Desk</h1></div></div></header>
<div class="tabs-outer"><div class="tabs section" id="crosscol"><div class="widget PageList"><ul><li>{a(E1)}</li></ul></div></div></div>
<div class="main-outer"><div class="columns"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header">Wednesday</h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">{A}<br><br>{B}<br><br>{C}</div><div class="post-footer"><div class="post-footer-line"><span class="post-comment-link"></span></div></div></div><div class="comments" id="comments"><h4>1 comment:</h4><div class="comment-block"><p class="comment-content">My cousin says 7,346 and he was there when they made the list, so do not tell me that the staff knows any better.</p></div></div></div></div></div></div></div></div></div>
<div class="column-right-outer"><aside><div class="sidebar section" id="sidebar-right-1"><div class="widget PopularPosts"><h2 class="title">Popular Posts</h2><div class="item-title">{a(E3)}</div></div><div class="widget Stats"><h2>Total Pageviews</h2><span class="counter-wrapper text-counter-wrapper">6,582</span></div></div></aside></div></div></div></div></div>"""
        ),
        EN,
        F4,
    )
    yield (
        "newsletter platform",
        html(
            f"""<div id="entry"><div id="main" class="main typography use-theme-bg"><div class="main-menu"><div class="mainMenuContent"><a href="/">The Desk</a><button>Subscribe</button></div></div>
<div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div role="region" aria-label="Post header" class="post-header"><h1 class="post-title published">{TITLE}</h1><h3 class="subtitle">A day like others</h3><div class="pencraft post-ufi"><button><div class="label">8,214</div></button><a class="post-ufi-button" href="/comments"><div class="label">312</div></a></div></div>
<div><div class="available-content"><div dir="auto" class="body markup">{p(A)}<div class="subscription-widget-wrap-editor"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">The Desk is read by 7,346 people. Become one of them.</p></div></div></div>{p(B, C)}</div></div></div></article></div></div>
<div class="visibility-check"></div><div class="container comments-section"><div class="comment-list-container"><div class="comment"><div class="comment-body"><p>There were 9,127 on the other list, and I would like to know which of the two the author thinks is nearer.</p></div></div></div></div>
<div class="portable-archive"><h3>Top posts</h3><div class="portable-archive-list"><div class="post-preview-title">{a(E4)}</div></div></div></div></div></div>"""
        ),
        EN,
        [*F4, "312"],
    )
    yield (
        "platform with hashed names, claps and responses",
        html(
            f"""<div id="root"><div class="a b c"><div class="d e"><div class="f g h"><a href="/m/signin">Sign in</a></div></div><div class="fl fm"><section><div class="ab ca"><h1 class="pw-post-title fn fo">{TITLE}</h1><div class="fp"><div class="fq"><a href="/@desk">The Desk</a><span>5 min read</span></div></div><div class="fr"><div class="fs"><button aria-label="claps">8,214</button></div><div class="ft"><button aria-label="responses">7,346</button></div></div>{p(A, B, attrs=' class="pw-post-body-paragraph gk gl"')}<figure class="gm"><figcaption>A street in Kyiv</figcaption></figure>{p(C, attrs=' class="pw-post-body-paragraph gk gl"')}</div></section></div>
<div class="hj"><h2 class="hk">More from The Desk</h2><div class="hl"><div class="hm"><a href="/x"><h2 class="be">{E3}</h2><h3 class="bf">A wet week made readers of many.</h3></a><div class="hn"><span>May 3</span><span>1.2K</span></div></div></div></div><div class="ho"><h2>Recommended from Medium</h2><div><a href="/y"><h2>{E4}</h2></a></div></div></div></div>"""
        ),
        EN,
        F4,
    )
    yield (
        "journal of old with a thread below",
        html(
            f"""<div class="b-singlepost-wrapper"><article class="b-singlepost hentry"><h1 class="b-singlepost-title entry-title">{RTITLE}</h1><div class="b-singlepost-body entry-content">{RU1}<br /><br />{RU2}<br /><br />{RU3}</div><div class="b-singlepost-reactions"><span>8214</span></div></article></div>
<div id="comments" class="b-grove"><div class="b-tree"><div class="b-leaf"><div class="b-leaf-article">А у меня в тетради записано 7346, и тетрадь эту я веду с первого дня, никому не доверяя на слово.</div></div></div></div><div class="b-discoverytimes">{a(R3)}</div><div class="s-footer">{a(R4)}</div>""",
            "ru",
            RTITLE,
        ),
        OWN,
        P4,
    )


def houses() -> Iterator[Page]:
    """Systems of large newsrooms."""
    yield (
        "Drupal",
        html(
            f"""<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><div id="block-branding"><a href="/">The Desk</a></div></div></header><div class="region region-highlighted"><div class="block block-block-content alert">Blood donors wanted: call 8,214</div></div>
<main role="main"><div class="layout-content"><div class="region region-content"><div id="block-page-title"><h1 class="page-title"><span class="field field--name-title">{TITLE}</span></h1></div><article class="node node--type-article node--view-mode-full"><div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary"><div class="field__item">{p(A, B, C)}</div></div><div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__item">{a("count")}</div></div><section class="field field--name-comment"><h2>Comments</h2><article class="js-comment comment"><div class="comment__content">{p("On the radio they said 7,346 this morning and nobody has put it right since, so whom am I to believe now?")}</div></article></section></div></article></div></div>
<aside class="layout-sidebar-second" role="complementary"><div class="region region-sidebar-second"><div class="views-element-container block"><h2>Latest</h2><div class="views-row">{a(E3)}</div></div></div></aside></main><footer role="contentinfo"><div class="region region-footer-fifth">{a(E4)}</div></footer></div></div>"""
        ),
        EN,
        F4,
    )
    yield (
        "system of a large paper",
        html(
            f"""<div id="fusion-app" class="fusion-app layout-section"><div class="c-masthead"><div class="b-header-nav-chain"><div class="c-stack b-links-bar">{a(E1)}</div></div><div class="b-markets-strip"><span>Index 7,346</span><span>Oil 82.4</span></div></div>
<section class="b-right-rail-advanced" role="main"><div class="b-right-rail-advanced__main"><h1 class="b-headline">{TITLE}</h1><p class="c-paragraph b-subheadline">No word from the other side</p><article class="b-article-body">{p(A, attrs=' class="c-paragraph"')}<div class="c-link b-interstitial-link">{a(E2.replace("7,346", "2,468"))}</div>{p(B, C, attrs=' class="c-paragraph"')}</article></div><aside class="b-right-rail-advanced__rail"><div class="b-ranked-list">{a(E3)}</div></aside></section>
<div class="b-xl-promo"><div class="c-stack"><h2 class="c-heading">{a(E4)}</h2><p class="c-paragraph">Rain did not keep them away.</p></div></div></div>"""
        ),
        EN,
        [*F4, "2,468"],
    )
    yield (
        "public broadcaster",
        html(
            f"""<div id="__next"><header><nav aria-label="Main"><ul><li>{a(E1)}</li></ul></nav></header><main id="main-content"><article class="sc-a1"><div data-component="headline-block"><h1 class="sc-b2">{TITLE}</h1></div><div data-component="text-block">{p(A)}</div><div data-component="text-block">{p(B)}</div><div data-component="links-block"><div><ul><li>{a(E2)}</li></ul></div></div><div data-component="text-block">{p(C)}</div><section data-component="topic-list"><h2>Topics</h2><ul><li>{a("War")}</li></ul></section></article>
<section data-component="related-content"><h2>More on this story</h2><div>{a(E3)}</div></section><section data-component="top-stories"><h2>Top stories</h2><ol><li><span>1</span>{a(E4)}</li></ol></section></main><footer><p>Copyright 2024. We are not responsible for 1,911 other sites.</p></footer></div>"""
        ),
        EN,
        [*F4, "1,911"],
    )
    yield (
        "paper with islands",
        html(
            f"""<div data-gu-name="top-bar"><gu-island name="TopBar"><span>Print subscriptions from 8,214 pence</span></gu-island></div><main data-layout="StandardLayout"><article><div data-gu-name="headline"><h1>{TITLE}</h1></div><div data-gu-name="body"><div id="maincontent"><div class="article-body-commercial-selector">{p(A)}<gu-island name="EmailSignUpWrapper"><p>Sign up to our morning letter, 7,346 words of it.</p></gu-island>{p(B)}<aside data-gu-name="rich-link"><a href="/x">{E3}</a></aside>{p(C)}</div></div></div></article></main>
<section id="most-viewed"><h2>Most viewed</h2><gu-island name="MostViewedFooterData"><ol><li>{a(E4)}</li></ol></gu-island></section><div id="comments"><gu-island name="DiscussionWeb"><p>1,911 comments</p></gu-island></div>"""
        ),
        EN,
        [*F4, "1,911"],
    )
    yield (
        "agency of the world",
        html(
            f"""<div id="fusion-app"><div data-testid="Header"><nav>{a("World")}</nav></div><div data-testid="TickerBar"><span>Stocks 8,214</span></div><main id="main-content"><article data-testid="Article"><header><h1 data-testid="Heading">{TITLE}</h1></header><div data-testid="ArticleBody"><div data-testid="paragraph-0">{A}</div><div data-testid="paragraph-1">{B}</div><div data-testid="promo-box">Get our weekly dispatch, read in 7,346 newsrooms. <a href="/s">Sign up here</a>.</div><div data-testid="paragraph-2">{C}</div><div data-testid="SignOff">Reporting by the desk</div></div></article></main><div data-testid="ReadNext"><h2>Read Next</h2><ul><li data-testid="StoryCard">{a(E3, ' data-testid="Heading"')}</li><li data-testid="StoryCard">{a(E4)}</li></ul></div></div>"""
        ),
        EN,
        F4,
    )
    yield (
        "station with a strip of markets and paid links",
        html(
            f"""<div class="header__wrapper"><div class="market-strip"><div class="market-item">Dow 8,214</div></div></div><section class="layout__wrapper"><section class="layout__main"><div class="headline__wrapper"><h1 class="headline__text">{TITLE}</h1></div><div class="article__content-container"><div class="article__content">{p(A, attrs=' class="paragraph inline-placeholder"')}<div class="related-content related-content--article"><p class="related-content__label">Related article</p>{a(E2)}</div>{p(B, C, attrs=' class="paragraph inline-placeholder"')}</div></div></section><section class="layout__rail"><div class="container_lead-plus-headlines"><h2>More from us</h2>{a(E3)}</div></section></section>
<div class="zone__items"><div class="product-offer-card"><div class="product-offer-card_title">Best chair we sat on: 6,582 reviews</div><div>Now 199 dollars</div></div></div>"""
        ),
        EN,
        [*F4, "199"],
    )
    yield (
        "portal that reprints",
        html(
            f"""<div id="app"><div class="uh-wrapper"><div class="finance-tickers"><li>BTC 8,214</li></div></div><div class="caas-da"><article role="article" class="caas-container"><header class="caas-title-wrapper"><h1>{TITLE}</h1></header><div class="caas-content-wrapper"><div class="caas-body">{p(A, B, C)}</div><button class="link caas-button">View comments (7,346)</button></div></article><div class="caas-readmore"><span>Story continues</span></div></div><div id="module-stream"><h2>Recommended Stories</h2><ul class="stream-items"><li class="stream-item"><h3>{a(E3)}</h3><p>It rained for a week, and the readers came for warmth and stayed for the stories on the shelves.</p></li><li class="stream-item native-ad-item"><h3>{a("He bought 6,582 socks")}</h3></li></ul></div></div>"""
        ),
        EN,
        F4,
    )
    yield (
        "page for telephones",
        html(
            f"""<amp-sidebar id="sidebar" layout="nodisplay"><ul><li>{a(E1)}</li></ul></amp-sidebar><header class="headerbar"><div>{a("The Desk")}</div></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{TITLE}</h1></header><div class="amp-wp-article-content">{p(A)}<amp-ad width="300" height="250"><div placeholder>8 of 7,346 offers</div></amp-ad>{p(B, C)}<amp-list src="/r"><div class="amp-related-posts"><h3>You may also like</h3>{a(E3)}</div></amp-list></div></article><footer class="amp-wp-footer"><p>Call 6,582</p></footer>""",
            head='<link rel="canonical" href="https://desk.example/a">',
        ),
        EN,
        F4,
    )
    yield (
        "live page with a bar of counters",
        html(
            f"""<main><div class="live-header"><h1>{TITLE}</h1><p>8,214 watching now</p></div><div class="live-blog"><div class="live-post" id="p3"><time>11:20</time><h2>From London</h2>{p(C)}</div><div class="live-post" id="p2"><time>10:05</time><h2>The list</h2>{p(B)}</div><div class="live-post" id="p1"><time>09:10</time><h2>The count</h2>{p(A)}</div></div><div class="live-rail"><div class="scoreboard"><b>Team A</b> <b>7,346</b></div><h3>Latest headlines</h3>{a(E3)}</div></main><div class="more-live">{a(E4)}</div>"""
        ),
        EN,
        F4,
    )


def states() -> Iterator[Page]:
    """Governments, encyclopedias, layouts of old."""
    yield (
        "government site with a search and a survey",
        html(
            f"""<header class="gem-c-layout-super-navigation-header"><nav>{a(E1)}</nav></header><div id="wrapper" class="govuk-width-container"><div class="gem-c-breadcrumbs govuk-breadcrumbs"><ol><li>{a("Home")}</li></ol></div><main role="main" id="content" class="govuk-main-wrapper"><div class="gem-c-heading"><h1 class="gem-c-heading__text govuk-heading-xl">{TITLE}</h1></div><div class="gem-c-lead-paragraph">No word from the other side.</div><div class="gem-c-metadata">Published 2024</div><div class="gem-c-govspeak govuk-govspeak">{p(A, B)}<table><tr><th>Source</th><th>Count</th></tr><tr><td>London</td><td>355,000</td></tr><tr><td>Washington</td><td>315,000</td></tr></table></div><div class="gem-c-related-navigation"><h2>Related content</h2><nav><ul><li>{a(E2)}</li></ul></nav></div></main><div class="gem-c-feedback"><p>9,127 people found this page useful. Is there anything wrong with this page? Tell us what, in your own words, and we shall look.</p></div></div><footer><p>Open 6,582 hours a year</p></footer>"""
        ),
        EN,
        F4,
    )
    yield (
        "ministry, columns and banners",
        html(
            f"""<div class="wrapper"><div class="top_line"><div class="phone">Гаряча лінія: 8214</div><div class="lang"><a href="/en">EN</a></div></div><div class="header_block"><a href="/">Міністерство</a></div><div class="cols"><div class="col_l"><ul class="left_menu"><li>{a(U2)}</li></ul></div><div class="col_c"><h1>{UTITLE}</h1><div class="date">15.05.2024, 08:40</div><div class="text">{p(UA1)}<ul><li>танків – 7536 (+16)</li><li>артилерійських систем – 12542 (+41)</li></ul>{p(UA3)}</div><div class="soc_links"><a href="#">12</a></div></div><div class="col_r"><div class="banner_block"><a href="/b">{U3}</a></div><div class="banner_block"><a href="/b">Гаряча лінія Уряду 6582</a></div></div></div><div class="bottom"><p>© Міністерство, 2024. Усі права захищено. Тел.: 1911</p></div></div>""",
            "uk",
            UTITLE,
        ),
        ["1270", "433 910", "7536", "16", "12542", "41", "355", "315"],
        [*P4, "1911"],
    )
    yield (
        "administration of a district",
        html(
            f"""<table width="980" align="center" cellpadding="0"><tr><td colspan="3" height="90"><font size="5">Адміністрація</font><br><marquee>Увага! Прийом громадян: кабінет 8214</marquee></td></tr><tr valign="top"><td width="180" bgcolor="#ddeeff"><b>Меню</b><br>{a("Головна")}<br>{a("Новини 7346")}<br>{a("Контакти")}</td><td><font size="4"><b>{UTITLE}</b></font><br><br>{UA1}<br><br>{UA2}<br><br>{UA3}</td><td width="180" bgcolor="#ddeeff"><b>Оголошення</b><br>{a(U3)}<hr><b>Статистика</b><br>Сьогодні: 312<br>Усього: 6582</td></tr><tr><td colspan="3"><small>Адреса: вул. Довга, 14. Тел. 1911</small></td></tr></table>""",
            "uk",
            UTITLE,
        ),
        OWN,
        [*P4, "312", "1911"],
    )
    yield (
        "encyclopedia",
        html(
            f"""<div class="vector-header-container"><header class="vector-header mw-header"><nav class="vector-main-menu-landmark">{a(E1)}</nav></header></div><div class="mw-page-container"><main id="content" class="mw-body"><header class="mw-body-header vector-page-titlebar"><nav aria-label="Contents">{a("Contents 7,346")}</nav><h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{TITLE}</span></h1></header><div id="bodyContent" class="vector-body"><div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">{p(A)}<table class="wikitable sortable"><caption>Equipment</caption><tr><th>Kind</th><th>Number</th></tr><tr><td>{a("Tanks of all kinds and ages")}</td><td>16</td></tr><tr><td>Armoured vehicles</td><td>27</td></tr><tr><td>Artillery</td><td>41</td></tr></table>{p(C)}<div role="navigation" class="navbox"><table><tr><td>{a(E3)}</td></tr></table></div></div></div><div id="catlinks" class="catlinks">{a("Articles 6,582")}</div></div></main><footer id="footer" class="mw-footer"><ul><li>This page was viewed 1,911 times</li></ul></footer></div>"""
        ),
        EN,
        [*F4, "1,911"],
    )
    yield (
        "one post of a channel",
        html(
            f"""<div class="tgme_page"><div class="tgme_page_widget"><div class="tgme_widget_message" data-post="desk/8"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author">Desk</div><div class="tgme_widget_message_text js-message_text">{UA1}<br/><br/>{UA2}<br/><br/>{UA3}</div><div class="tgme_widget_message_reactions"><span>8214</span></div><div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">73.4K</span></div></div></div></div><div class="tgme_page_extra">9127 subscribers, 6582 online</div></div>""",
            "uk",
            "Desk",
            head=f'<meta property="og:title" content="Desk"><meta property="og:description" content="{UA1}">',
        ),
        OWN,
        ["8214", "9127", "6582"],
    )
    yield (
        "board for discussion",
        html(
            f"""<div class="d-header">{a("Desk")}</div><div id="main-outlet"><h1>{a(TITLE)}</h1><div class="topic-category">{a("News")}</div><div id="post_1" class="topic-body crawler-post"><div class="post" itemprop="text">{p(A, B, C)}</div><div itemprop="interactionStatistic" itemscope itemtype="http://schema.org/InteractionCounter"><span class="post-likes">8,214 Likes</span></div></div><div id="post_2" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="post" itemprop="text">{p("I make it 7,346 when I add up the weekly posts, though two of them were put right a day later and I may have missed one.")}</div></div></div><div id="related-topics" class="more-topics__list"><h3>Related topics</h3><table class="topic-list"><tr><td>{a(E3)}</td><td>12</td></tr></table></div><footer>{a(E4)}</footer>"""
        ),
        EN,
        F4,
    )


def near() -> Iterator[Page]:
    """Sites that write in Ukrainian and Russian, on both sides."""
    uk = ("uk", UTITLE)
    ru = ("ru", RTITLE)
    yield (
        "Ukrainian daily",
        html(
            f"""<div class="top_header"><div class="header_exchange">USD 39,41 EUR 42,70 BTC 8214</div></div><div class="main_content"><div class="container_sub_post_news"><article class="post post_news"><header class="post_header"><h1 class="post_title">{UTITLE}</h1><div class="post_time">Середа, 15 травня 2024, 08:40</div></header><div class="post_views">7346</div><div class="post_text">{p(UA1)}<div class="advtext_mob_r"><div class="adv">Реклама:</div></div>{p(UA2, UA3)}</div><div class="post_tags"><span class="post_tags_item">{a("втрати")}</span></div></article><div class="block_related">{a(U3)}</div></div><div class="container_sub_news_list"><div class="section_header_title">Усі новини</div><div class="article_news_list"><div class="article_time">09:12</div><div class="article_content"><div class="article_header">{a(U4)}</div></div></div></div></div>""",
            *uk,
        ),
        OWN,
        P4,
    )
    yield (
        "Ukrainian agency",
        html(
            f"""<div id="header"><div class="informerBlock">Київ +17 Долар 39,41 Готівка 8214</div></div><div id="container"><div id="leftColumn"><div class="news-line"><div class="othernews">{a(U2)}</div></div></div><div id="centerColumn"><article class="news"><h1 class="newsTitle">{UTITLE}</h1><div class="newsHeading">{UA1}</div><div class="newsText"><div>{p(UA2)}<p><strong>Читайте також: {a(U3)}</strong></p>{p(UA3)}</div></div></article><aside class="tagsHolder">{a("Втрати")}</aside><div class="moreNews"><h3>Ще за темою</h3>{a(U4)}</div></div></div>""",
            *uk,
        ),
        OWN,
        P4,
    )
    yield (
        "Ukrainian portal, slider of other stories in the text",
        html(
            f"""<div class="header-top"><div class="header-top__weather">+17</div><div class="header-top__rates">39.41</div></div><div class="container"><div class="content-column"><div class="article"><div class="top-bredcr">{a("Війна")}</div><h1>{UTITLE}</h1><div class="article__info"><span class="article__views">8214</span></div><h2 class="article__like-h2">{UA1}</h2><div class="article-text">{p(UA2)}<div class="read-also-slider"><div class="read-also-slider__title">Читайте також:</div><div class="read-also-slider__wrapper"><div class="read-also-slider__item">{a(U2)}</div></div></div>{p(UA3)}<div class="article-bottom"><p>Якщо ви помітили помилку, виділіть її мишкою та натисніть Ctrl+Enter. Так зробили вже 9127 читачів.</p></div></div></div></div><div class="newsfeed-column"><div class="newsfeed"><ul><li><span class="time">09:12</span>{a(U4)}</li></ul></div></div></div>""",
            *uk,
        ),
        OWN,
        P4,
    )
    yield (
        "Ukrainian television",
        html(
            f"""<header class="l-header"><div class="c-bar">{a(U1)}</div></header><main class="l-main"><div class="l-row"><div class="l-col l-col--lg"><article class="c-article"><h1 class="c-article__title">{UTITLE}</h1><div class="c-article__body">{p(UA1, UA2)}<aside class="c-card-embed">{a(U2)}</aside>{p(UA3)}</div><div class="c-post-comments"><span class="c-counter">Коментарі 312</span></div></article></div><div class="l-col l-col--sm"><section class="c-section"><h3 class="c-section__title">Найпопулярніше</h3><div class="c-entry"><span class="c-entry__nr">1</span>{a(U3)}</div></section></div></div><section class="c-section"><h3>Партнерські матеріали</h3><div class="c-card"><div class="c-card__title">{a(U4)}</div></div></section></main>""",
            *uk,
        ),
        OWN,
        [*P4, "312"],
    )
    yield (
        "Ukrainian site built with a framework",
        html(
            f"""<div id="__nuxt"><div class="flex flex-col"><div class="w-full bg-gray-100"><div class="flex gap-4"><span>USD 39.41</span><span>Генератори 8214 грн</span></div></div><div class="grid grid-cols-12"><div class="col-span-8"><h1 class="text-3xl font-bold">{UTITLE}</h1><div class="text-sm">15 травня 2024</div><div class="prose max-w-none">{p(UA1, UA2, UA3)}</div><div class="mt-8 flex gap-2">{a("#втрати")}</div></div><div class="col-span-4"><div class="font-bold">Стрічка</div><div class="border-b">{a("<span>09:12</span> " + U2)}</div><div class="border-b">{a("<span>09:01</span> " + U3)}</div></div></div><div class="bg-black text-white"><div class="container">{a(U4)}<p>Адреса редакції: а/с 1911</p></div></div></div></div>""",
            *uk,
        ),
        OWN,
        [*P4, "1911"],
    )
    yield (
        "Russian agency with an endless page",
        html(
            f"""<div class="header__wrap"><div class="the-in-carousel"><span class="the-in-carousel__item">{a(R1)}</span></div></div><div class="page"><div class="endless" id="endless"><div class="endless__item" data-published="2024"><div class="endless__content"><div class="layout-article"><div class="layout-article__over"><div class="article m-article"><div class="article__header"><div class="article__info"><div class="article__info-statistic"><span class="article__views">7346</span></div></div><h1 class="article__title">{RTITLE}</h1></div><div class="article__body js-mediator-article"><div class="article__block" data-type="text"><div class="article__text">{RU1}</div></div><div class="article__block" data-type="article"><div class="article__article"><a href="/x"><span class="article__article-title">{R3}</span><span class="article__article-info">Вчера, 21:10</span></a></div></div><div class="article__block" data-type="text"><div class="article__text">{RU2}</div></div><div class="article__block" data-type="text"><div class="article__text">{RU3}</div></div></div></div></div></div></div></div></div></div><div class="lenta__sidebar"><div class="lenta__item"><a href="/y"><span class="lenta__item-text">{R4}</span></a></div></div>""",
            *ru,
        ),
        OWN,
        P4,
    )
    yield (
        "Russian state agency",
        html(
            f"""<div id="__next"><div class="Layout_root__x"><div class="Header_rates__y"><span>USD 91,12</span><span>Нефть 8214</span></div><main class="Layout_content__z"><section class="ContentPage_container__a"><div class="NewsHeader_titles__b"><h1 class="NewsHeader_title__c">{RTITLE}</h1><p class="NewsHeader_lead__d">{RU1}</p></div><article>{p(RU2, RU3, attrs=' class="Paragraph_paragraph__e"')}<div class="SimilarNews_block__f">{a(R2)}</div></article><div class="Tags_tags__g">{a("Потери")}</div></section></main><div class="Sidebar_sidebar__h"><div class="NewsFeed_item__i">{a(R3)}</div></div><div class="Footer_footer__j"><p>Свидетельство номер 6582</p></div></div></div>""",
            *ru,
        ),
        OWN,
        P4,
    )
    yield (
        "Russian portal with cards",
        html(
            f"""<div class="layout"><div class="header__rubrics">{a("Россия")}</div><div class="topic-page _news"><div class="topic-page__container"><div class="topic-body _news"><div class="topic-body__titles"><h1><span class="topic-body__title">{RTITLE}</span></h1></div><div class="topic-body__content">{p(RU1, attrs=' class="topic-body__content-text"')}<div class="box-inline-topic"><a class="box-inline-topic__link" href="/x"><span class="box-inline-topic__title">{R1}</span><span>Комментариев 312</span></a></div>{p(RU2, RU3, attrs=' class="topic-body__content-text"')}</div></div><div class="topic-page__bottom"><a class="card-mini _topic" href="/y"><h3 class="card-mini__title">{R2}</h3><time>10:11</time></a><a class="card-big _slider _dark" href="/z"><h3>{R3}</h3></a></div></div></div><div class="footer__bottom">Звоните: 6582</div></div>""",
            *ru,
        ),
        OWN,
        [*P4, "312"],
    )
    yield (
        "Russian business daily",
        html(
            f"""<header class="main_header"><div class="stock_quotes"><a href="/q">Индекс 8214</a> <a href="/q">Золото 7346</a></div></header><div class="lenta lenta--top"><article class="uho rubric_lenta__item"><h2 class="uho__name">{a(R3)}</h2></article></div><section class="page"><div class="main grid"><div class="grid-col grid-col-8-of-12"><article class="doc js-article"><header class="doc_header"><h1 class="doc_header__name">{RTITLE}</h1><div class="doc_footer__item">3 мин.</div></header><div class="article_text_wrapper">{p(RU1, attrs=' class="doc__intro"')}{p(RU2, RU3, attrs=' class="doc__text"')}<p class="doc__text document_authors">Отдел войны</p></div></article></div></div></section><div class="b-other_docs">{a(R4)}</div>""",
            *ru,
        ),
        OWN,
        P4,
    )
    yield (
        "Russian site of the region, comments of a third party",
        html(
            f"""<div id="top_informers"><div>Сейчас +17, ветер 4</div><div>Пробки 3 балла</div></div><div class="site"><div class="main-col"><h1 itemprop="headline">{RTITLE}</h1><div class="news-meta"><i class="icon-eye"></i> 8214 <i class="icon-comment"></i> 312</div><div class="news-text" itemprop="articleBody">{p(RU1, RU2, RU3)}</div><div class="news-subscribe-block">Нас читают 7346 человек. <a href="/tg">Подпишитесь</a></div><div id="hypercomments_widget"><div class="hc_comment"><p>Сосед говорил про 9127, и сосед этот зря не скажет, он в том самом штабе писарем двадцать лет просидел.</p></div></div></div><div class="right-col"><div class="block"><div class="block-title">Новости дня</div><div class="block-item">{a(R4)}</div></div></div></div>""",
            *ru,
        ),
        OWN,
        [*P4, "312"],
    )


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    for family in (weblogs, houses, states, near):
        yield from family()
