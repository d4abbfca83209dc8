"""Pages as site builders, portals, forums, archives and plain-text mirrors make them.

Thirty-two further families, written after the rules that ``pages_systems.py`` and
``pages_wartime.py`` led to and before their first run on these. All words and figures are our own.
Given as (name, HTML, numbers of the article, numbers around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "A week at the river: what both armies say they lost"
A = "Over seven days the Ukrainian army says it hit 212 vehicles and killed or wounded 9,480 Russian soldiers along the river."
B = "Its own losses it does not publish; a brigade's medic told us of 27 wounded on Monday and 6 dead on Tuesday."
C = "Moscow claims 1,940 Ukrainian troops, 13 tanks and 46 guns for the same week."
D = "Aid workers counted 83 people who left the bank in boats."
EN = ["212", "9,480", "27", "6", "1,940", "13", "46", "83"]

UT = "Тиждень біля річки: що кажуть про втрати обидві армії"
UA = "За сім днів українські військові, за їхніми словами, уразили 212 машин і вивели з ладу 9480 російських солдатів уздовж річки."
UB = "Своїх втрат штаб не називає; медик бригади розповів нам про 27 поранених у понеділок і 6 загиблих у вівторок."
UC = "Москва заявляє про 1940 українських військових, 13 танків і 46 гармат за той самий тиждень."
UK = ["212", "9480", "27", "6", "1940", "13", "46"]

RT = "Неделя у реки: что говорят о потерях обе армии"
RA = "За семь дней украинские военные, по их словам, поразили 212 машин и вывели из строя 9480 российских солдат вдоль реки."
RB = "Своих потерь штаб не называет; медик бригады рассказал нам о 27 раненых в понедельник и 6 погибших во вторник."
RC = "Москва заявляет о 1940 украинских военных, 13 танках и 46 орудиях за ту же неделю."
RU = ["212", "9480", "27", "6", "1940", "13", "46"]

H1 = "General Staff: 1,380 Russian troops lost on Sunday"
H2 = "Drones hit depot, 52 wagons burn"
U1 = "Генштаб: за неділю втрачено 1380 окупантів"
R1 = "Генштаб: за воскресенье потеряно 1380 военных"


def p(*texts: str, cls: str = "") -> str:
    opened = f'<p class="{cls}">' if cls else "<p>"
    return "\n".join(f"{opened}{text}</p>" for text in texts)


def a(words: str, href: str = "/2025/02/other", cls: str = "") -> str:
    named = f' class="{cls}"' if cls else ""
    return f'<a href="{href}"{named}>{words}</a>'


def doc(body: str, lang: str = "en", title: str = "") -> str:
    known = title or {"en": T, "uk": UT, "ru": RT}[lang]
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{known} - Desk</title></head><body>{body}</body></html>'


def builders() -> Iterator[Page]:
    yield (
        "page builder: sections, columns, counters that run up, blurbs",
        doc(
            f"""<div id="page-container"><div class="et_pb_section et_pb_section_0"><div class="et_pb_row"><div class="et_pb_column"><div class="et_pb_module et_pb_text"><div class="et_pb_text_inner"><h1>{T}</h1>{p(A, B)}</div></div><div class="et_pb_module et_pb_text"><div class="et_pb_text_inner">{p(C, D)}</div></div></div></div></div><div class="et_pb_section et_pb_section_1"><div class="et_pb_row"><div class="et_pb_column et_pb_column_1_3"><div class="et_pb_module et_pb_number_counter"><div class="percent"><p><span class="percent-value">1,560</span></p></div><h3 class="title">Members worldwide</h3></div></div><div class="et_pb_column et_pb_column_1_3"><div class="et_pb_module et_pb_number_counter"><div class="percent"><p><span class="percent-value">94</span>%</p></div><h3 class="title">Happy donors</h3></div></div></div></div></div>"""
        ),
        EN,
        ["1,560", "94"],
    )
    yield (
        "square builder: summary blocks, announcement bar, pagination by titles",
        doc(
            f"""<div class="sqs-announcement-bar"><p>Free shipping over 75</p></div><div id="siteWrapper"><main><article class="entry"><div class="blog-item-title"><h1 class="entry-title">{T}</h1></div><div class="blog-item-meta-wrapper"><time>Feb 11</time></div><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content">{p(A, B)}</div></div><div class="sqs-block summary-v2-block"><div class="summary-heading">Featured</div><div class="summary-item"><a class="summary-title-link" href="/x">{H1}</a></div></div><div class="sqs-block html-block"><div class="sqs-block-content">{p(C, D)}</div></div></div></article><section class="item-pagination"><a class="item-pagination-link" href="/prev"><div class="item-pagination-prev-next">Previous</div><h2 class="item-pagination-title">{H2}</h2></a></section></main></div>"""
        ),
        EN,
        ["75", "1,380", "52"],
    )
    yield (
        "block builder of landing pages: numbered records, tariff cards, popup",
        doc(
            f"""<div id="allrecords" class="t-records"><div id="rec1" class="t-rec"><div class="t-cover"><div class="t-title">{RT}</div></div></div><div id="rec2" class="t-rec"><div class="t004"><div class="t-text" field="text">{RA}<br /><br />{RB}<br /><br />{RC}</div></div></div><div id="rec3" class="t-rec"><div class="t599"><div class="t-card__title">Базовый</div><div class="t599__price">990 р.</div><div class="t-card__title">Полный</div><div class="t599__price">2 400 р.</div></div></div><div id="rec4" class="t-rec t-popup"><div class="t-popup__container"><div class="t-title">Осталось 14 мест на курс</div></div></div></div>""",
            "ru",
        ),
        RU,
        ["990", "2 400", "14"],
    )
    yield (
        "dynamic collections: rich text, list of cards with fields",
        doc(
            f"""<div class="page-wrapper"><div class="w-nav"><a href="/" class="brand w-nav-brand">Desk</a><div class="w-nav-link">Grants 2025</div></div><div class="container w-container"><h1 class="heading-12">{T}</h1><div class="article-rich-text w-richtext">{p(A, B, C, D)}</div></div><div class="w-dyn-list"><div role="list" class="w-dyn-items"><div role="listitem" class="w-dyn-item"><a href="/p/1" class="link-block"><h4>{H1}</h4><div class="text-block-9">5 min</div></a></div><div role="listitem" class="w-dyn-item"><a href="/p/2" class="link-block"><h4>{H2}</h4></a></div></div></div></div>"""
        ),
        EN,
        ["2025", "1,380", "5", "52"],
    )
    yield (
        "paragraph types of a council's system: accordion of the text, contact paragraph",
        doc(
            f"""<main><article><h1>{T}</h1><div class="paragraph paragraph--type--text">{p(A)}</div><div class="paragraph paragraph--type--accordion"><h3><button>What does Moscow say?</button></h3><div class="accordion-body">{p(C)}</div></div><div class="paragraph paragraph--type--text">{p(B, D)}</div><div class="paragraph paragraph--type--contact"><p>Switchboard: 01632 960 158, open 9 to 17</p></div></article></main>"""
        ),
        EN,
        ["01632", "158", "9", "17"],
    )
    yield (
        "corporate portal: journal article in a portlet, asset list, calendar",
        doc(
            f"""<div id="wrapper"><section id="content"><div class="columns-2"><div class="portlet-layout"><div class="portlet-column portlet-column-first"><section class="portlet"><div class="journal-content-article"><h2 class="headline">{T}</h2>{p(A, B, C, D)}</div></section></div><div class="portlet-column portlet-column-last"><section class="portlet"><h2 class="portlet-title">Calendar</h2><table class="cal"><tr><td>10</td><td>11</td></tr><tr><td>17</td><td>18</td></tr></table></section><section class="portlet"><h2 class="portlet-title">Assets</h2><div class="asset-abstract"><h3 class="asset-title">{a(H2)}</h3><div class="asset-summary">Fire crews worked at the place until the evening came.</div></div></section></div></div></div></section></div>"""
        ),
        EN,
        ["10", "11", "17", "18", "52"],
    )
    yield (
        "enterprise components: related cards, social follow numbers, file boxes",
        doc(
            f"""<div class="ecl-page-header"><h1 class="ecl-page-header__title">{T}</h1></div><div class="ecl-container"><div class="ecl-row"><div class="ecl-col-l-3"><nav class="ecl-inpage-navigation"><div>Page contents</div><ul><li>{a("Top", "#top")}</li></ul></nav></div><div class="ecl-col-l-9"><div class="ecl">{p(A, B, C, D)}</div><div class="ecl-file"><div class="ecl-file__title">Annex in full</div><div class="ecl-file__meta">(1.43 MB - PDF)</div></div></div></div></div><div class="ecl-social-media-follow"><p>Follow 24 accounts</p></div><div class="ecl-site-footer"><p>Contact number 00 800 6 7 8 9</p></div>"""
        ),
        EN,
        ["1.43", "24", "800"],
    )
    yield (
        "content elements by type: bodytext, sitemap, image credits",
        doc(
            f"""<div class="frame frame-default frame-type-header"><h1>{T}</h1></div><div class="frame frame-default frame-type-text"><p class="bodytext">{A}</p><p class="bodytext">{B}</p></div><div class="frame frame-default frame-type-textpic"><div class="ce-textpic"><div class="ce-bodytext"><p>{C}</p><p>{D}</p></div><div class="ce-gallery"><figcaption class="image-caption">A gun, one of 90 at the river</figcaption></div></div></div><div class="frame frame-default frame-type-menu_sitemap"><ul><li>{a("Reports 1 to 40", "/r")}</li></ul></div>"""
        ),
        [*EN, "90"],
        ["40"],
    )


def communities() -> Iterator[Page]:
    yield (
        "board of messages: user cells with joined and points, signatures",
        doc(
            f"""<div class="p-body"><h1 class="p-title-value">{T}</h1><div class="p-description">Thread starter desk, Feb 11</div><div class="block-body"><article class="message message--post"><div class="message-cell message-cell--user"><h4 class="message-name">desk</h4><div class="message-userExtras"><dl class="pairs"><dt>Messages</dt><dd>3,317</dd></dl><dl class="pairs"><dt>Points</dt><dd>114</dd></dl></div></div><div class="message-cell message-cell--main"><div class="message-userContent"><div class="bbWrapper">{A}<br>{B}<br>{C}<br>{D}</div></div><aside class="message-signature">Served 1998 to 2004</aside></div></article><article class="message message--post"><div class="message-cell message-cell--user"><h4 class="message-name">other</h4><div class="message-userExtras"><dl class="pairs"><dt>Messages</dt><dd>872</dd></dl></div></div><div class="message-cell message-cell--main"><div class="message-userContent"><div class="bbWrapper">My guess is 5,500 killed on their side, and some 700 on ours.</div></div></div></article></div></div>"""
        ),
        EN,
        ["3,317", "114", "1998", "2004", "872", "5,500", "700"],
    )
    yield (
        "board for crawlers: topic body, posts in order with likes",
        doc(
            f"""<div id="main-outlet"><h1>{a(T, "/t/river/771")}</h1><div itemscope itemtype="http://schema.org/DiscussionForumPosting"><div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator">desk</span> <span class="crawler-post-infos"><time>February 11, 2025</time> <span itemprop="position">1</span></span></div><div class="post" itemprop="text">{p(A, B, C, D)}</div><div itemprop="interactionStatistic" itemscope itemtype="http://schema.org/InteractionCounter"><span class="post-likes">65 Likes</span></div></div><div id="post_2" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="post" itemprop="text"><p>I have 3,100 wounded in my notes for them.</p></div></div></div><div class="related-topics"><table><tr><td>{a("Bridge lost in March")}</td><td>41</td><td>2,700</td></tr></table></div></div>"""
        ),
        EN,
        ["65", "3,100", "41", "2,700"],
    )
    yield (
        "link site: self post, score column, comment area with points",
        doc(
            f"""<div id="header"><span>1,002 karma</span></div><div class="content"><div class="sitetable linklisting"><div class="thing self"><div class="midcol"><div class="score">4107</div></div><div class="entry"><p class="title">{a(T, "/r/x/771/")} <span class="domain">(self)</span></p><p class="tagline">submitted 5 hours ago by desk</p><div class="expando"><div class="usertext-body"><div class="md">{p(A, B, C, D)}</div></div></div><ul class="flat-list buttons"><li>{a("318 comments", "/c/")}</li></ul></div></div></div><div class="commentarea"><div class="panestack-title">top 200 comments</div><div class="sitetable nestedlisting"><div class="thing comment"><p class="tagline"><a class="author" href="/u/q">q</a> <span class="score">77 points</span></p><div class="usertext-body"><div class="md"><p>Closer to 12,000 casualties if you count the wounded who came back.</p></div></div></div></div></div></div><div class="side"><div class="titlebox"><span class="number">811,450</span> readers</div></div>"""
        ),
        EN,
        ["1,002", "4107", "318", "200", "77", "12,000", "811,450"],
    )
    yield (
        "posts of a national network: rating, saves, comment feed",
        doc(
            f"""<div class="app"><div class="main__inner"><article class="story"><div class="story__left"><div class="story__rating-block"><div class="story__rating-count">2871</div></div></div><div class="story__main"><header class="story__header"><h1 class="story__title"><span class="story__title-link">{RT}</span></h1></header><div class="story__content story-blocks"><div class="story-block story-block_type_text">{p(RA)}</div><div class="story-block story-block_type_text">{p(RB, RC)}</div></div><div class="story__footer"><span class="story__comments-link-count">540</span><span class="story__save">36</span></div></div></article><div class="story-comments"><div class="comments__header">540 комментариев</div><div class="comment"><div class="comment__content"><p>Знакомый оттуда говорит про 300 погибших за сутки.</p></div></div></div></div></div>""",
            "ru",
        ),
        RU,
        ["2871", "540", "36", "300"],
    )
    yield (
        "article of a recommender: footer of channel, next cards under it",
        doc(
            f"""<div class="zen-page"><div class="channel-head"><a href="/c">Заметки</a><span>74,3 тыс подписчиков</span></div><div class="article-render"><h1 class="article__title">{RT}</h1><div class="article-stats-view"><span>3 минуты</span><span>18,9 тыс читали</span></div><div class="article-render__block">{p(RA)}</div><div class="article-render__block">{p(RB)}</div><div class="article-render__block">{p(RC)}</div></div><div class="card-list"><div class="card"><a href="/a/1"><h2>{R1}</h2><p>Утром вышла сводка, в ней названы и танки, и орудия, и беспилотники.</p></a></div></div></div>""",
            "ru",
        ),
        RU,
        ["74,3", "3", "18,9", "1380"],
    )
    yield (
        "anonymous page of an instant-view service: author line, edit button",
        doc(
            f"""<div class="tl_page_wrap"><div class="tl_page"><main class="tl_article"><header class="tl_article_header"><h1>{UT}</h1><address><a rel="author">Редакція</a><time>February 11, 2025</time></address></header><article id="_tl_editor" class="tl_article_content">{p(UA, UB)}<aside>Річка тут завширшки 410 метрів</aside>{p(UC)}</article><aside class="tl_article_buttons"><button>Edit</button></aside></main><div class="tl_stats">Views: 6402</div></div></div>""",
            "uk",
        ),
        UK,
        ["6402"],
    )
    yield (
        "mailing list archive: header table, preformatted text, thread links",
        f"""<html><head><title>[war] {T}</title></head><body><h1>[war] {T}</h1><b>Desk</b> <a href="mailto:war%40lists.example">desk at desk.example</a><br><i>Tue Feb 11 09:15:22 EET 2025</i><ul><li>Previous message: <a href="004410.html">[war] {H1}</a></li><li>Next message: <a href="004412.html">[war] {H2}</a></li></ul><hr><pre>{A}

{B}

{C}
{D}
</pre><hr><ul><li>Previous message: <a href="004410.html">[war] {H1}</a></li></ul><a href="http://lists.example/">More information about the war mailing list: 388 members</a></body></html>""",
        EN,
        ["1,380", "52", "388"],
    )


def official() -> Iterator[Page]:
    yield (
        "head of state's site: article, related documents, photo counters",
        doc(
            f"""<div class="wrap"><div class="head_top"><span>Звернення громадян: 0 800 507 309</span></div><div class="article"><h1 itemprop="name">{UT}</h1><p class="date">11 лютого 2025 року - 09:15</p><div class="article_content" itemprop="articleBody">{p(UA, UB, UC)}</div></div><div class="gallery_small"><span class="count">+37</span></div><div class="cat_list"><h3>Останні новини</h3><div class="item_stat"><h3>{a("Указ № 74/2025 набрав чинності")}</h3></div></div></div>""",
            "uk",
        ),
        UK,
        ["507", "309", "37", "74"],
    )
    yield (
        "ministry by a state's design system: cards, chat widget, hotlines",
        doc(
            f"""<header class="header"><div class="header__phone">15-45 урядова лінія</div></header><main class="main"><div class="container"><h1 class="page-title">{UT}</h1><div class="editor-content">{p(UA)}<ul><li>уражено 212 машин;</li></ul>{p(UB, UC)}</div><div class="share-block"><span>Поширити</span></div></div><section class="section-news"><h2>Читайте ще</h2><div class="news-card"><a href="/n/1"><span class="news-card__date">10.02</span><span class="news-card__title">{U1}</span></a></div></section></main><div class="chat-widget"><p>Вітаємо! Ви 19 у черзі</p></div>""",
            "uk",
        ),
        [*UK, "212"],
        ["15", "45", "1380", "19"],
    )
    yield (
        "alliance's site: body by paragraphs in spans, multimedia list, tags",
        doc(
            f"""<div class="content"><div class="content-body"><h1>{T}</h1><ul class="meta"><li>11 Feb. 2025</li><li>Last updated: 11 Feb. 2025 16:40</li></ul><section class="body"><p><span style="font-size:14px">{A}</span></p><p><span style="font-size:14px">{B}</span></p><p><span style="font-size:14px">{C}</span></p><p><span style="font-size:14px">{D}</span></p></section></div><div class="multimedia-list"><h3>Videos</h3><ul><li><a href="/v"><span class="dur">02:36</span> Exercise with 9,000 troops begins</a></li></ul></div></div>"""
        ),
        EN,
        ["9,000"],
    )
    yield (
        "parliament's record: speaker turns, column numbers, next item",
        doc(
            f"""<div class="hansard"><div class="volume">Volume 761</div><h1>{T}</h1><div class="turn"><b>The Minister</b>{p(A)}</div><div class="turn"><b>A Member</b>{p(B)}</div><div class="turn"><b>The Minister</b>{p(C, D)}</div><div class="col-number">Column 1137</div></div><div class="next-item"><a href="/n">Next debate: Ferries (18:02)</a></div>"""
        ),
        EN,
        ["761", "1137", "18"],
    )
    yield (
        "embassy's page in tables: letterhead, text, registration stamp",
        f"""<html lang="ru"><head><title>{RT}</title></head><body><table width="100%"><tr><td class="lh">Посольство, приёмные дни 3 и 17</td></tr><tr><td><h2>{RT}</h2><p>{RA}</p><p>{RB}</p><p>{RC}</p></td></tr><tr><td class="st">Исх. 2083 от 11 февраля</td></tr></table></body></html>""",
        RU,
        ["2083"],
    )


def mirrors_and_data() -> Iterator[Page]:
    yield (
        "text-only page of a network: list of links below, no styles",
        doc(
            f"""<header><a href="/">Text-Only Version</a></header><main><article><h1>{T}</h1><p>By Desk, Tuesday</p>{p(A, B, C, D)}</article><hr><ul><li>{a(H1)}</li><li>{a(H2)}</li></ul></main><footer>Go to full site. 1-800-555-0111</footer>"""
        ),
        EN,
        ["1,380", "52", "800", "0111"],
    )
    yield (
        "reader's view saved: head with estimated time, text, tools",
        doc(
            f"""<div class="container"><div class="header reader-header"><a class="domain">desk.example</a><h1 class="reader-title">{T}</h1><div class="credits">Desk</div><div class="meta-data"><div class="reader-estimated-time">2-3 minutes</div></div></div><hr><div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">{p(A, B, C, D)}</div></div></div></div><div class="toolbar"><ul><li><button>100%</button></li></ul></div>"""
        ),
        EN,
        ["3", "100"],
    )
    yield (
        "mobile wiki: sections folded, last edit bar, languages",
        doc(
            f"""<div id="mw-mf-viewport"><div class="header-container">Search 6,951,000 articles</div><div class="pre-content"><h1 id="section_0">{T}</h1></div><div id="content"><section class="mf-section-0">{p(A)}<p>The river is 1,207 km long.</p></section><h2 class="section-heading">Claims</h2><section class="mf-section-1">{p(B, C, D)}</section><h2 class="section-heading">References</h2><section class="mf-section-2"><ol class="references"><li id="c1"><span class="reference-text">{a("Desk: the river, vol. 18, p. 342", "https://x.example/")}</span></li></ol></section></div><div class="last-modified-bar">Last edited 4 days ago by someone</div><div class="post-content"><a href="/lang">Read in 23 languages</a></div></div>"""
        ),
        [*EN, "1,207"],
        ["6,951,000", "342", "4", "23"],
    )
    yield (
        "paper's electronic edition: page links, story, continued line",
        doc(
            f"""<div class="edition"><div class="edition-nav">{a("A1", "/a1")} {a("A2", "/a2")} <span>Tuesday, pages 32</span></div><div class="story-pane"><h1>{T}</h1><div class="story-columns">{p(A, B)}<p class="jump">Continued on Page 14</p>{p(C, D)}</div></div><div class="other-on-page"><h4>Also on this page</h4><ul><li>{a("Council to close 4 libraries")}</li></ul></div></div>"""
        ),
        EN,
        ["32", "14", "4"],
    )
    yield (
        "transcript with time codes and speakers",
        doc(
            f"""<div class="transcript-page"><h1>{T}</h1><div class="transcript"><p>Host (<a href="#t=12">00:12</a>):<br>{A}</p><p>Guest (<a href="#t=48">00:48</a>):<br>{B}</p><p>Host (<a href="#t=95">01:35</a>):<br>{C}</p><p>Guest:<br>{D}</p></div><div class="cta-box"><h3>Transcribe your own</h3><p>Get 45 minutes free, no card needed.</p></div></div>"""
        ),
        EN,
        ["45"],
    )
    yield (
        "table widget under a text: own rows, its controls",
        doc(
            f"""<article><h1>{T}</h1>{p(A, B, C, D)}<div class="dataTables_wrapper"><div class="dataTables_length"><label>Show <select><option>25</option><option>50</option></select> entries</label></div><table><thead><tr><th>Day</th><th>Vehicles hit</th></tr></thead><tbody><tr><td>Monday</td><td>31</td></tr><tr><td>Tuesday</td><td>28</td></tr></tbody></table><div class="dataTables_info">Showing 1 to 2 of 57 entries</div></div></article>"""
        ),
        [*EN, "31", "28"],
        ["25", "50", "57"],
    )
    yield (
        "scrolled graphic: steps of the text, legend and axis of the drawing",
        doc(
            f"""<article class="scrolly"><h1>{T}</h1><div class="step"><p>{A}</p></div><div class="step"><p>{B}</p></div><div class="graphic"><div class="legend"><span>under 150</span><span>150 to 600</span></div><div class="y-axis"><span>2,500</span><span>7,500</span></div></div><div class="step"><p>{C}</p></div><div class="step"><p>{D}</p></div><p class="source-line">Source: staff reports; scale 1:50,000</p></article>"""
        ),
        EN,
        ["150", "600", "2,500", "7,500", "50,000"],
    )
    yield (
        "opinion with a life of its author in the last paragraph",
        doc(
            f"""<main><article><h1>{T}</h1><div class="text">{p(A, B, C, D)}<hr><p><em>The writer served 11 years in the navy and teaches history at a college with 640 students.</em></p></div></article></main>"""
        ),
        EN,
        ["11", "640"],
    )
    yield (
        "paper with quiz, cartoon and crossword boxes between paragraphs",
        doc(
            f"""<main><h1>{T}</h1><div class="copy">{p(A)}<div class="puzzle-promo"><b>Crossword 29,871</b><span>Can you solve it?</span></div>{p(B)}<div class="quiz"><p>Question 1 of 12: which river is the longest?</p></div>{p(C, D)}</div></main>"""
        ),
        EN,
        ["29,871", "12"],
    )
    yield (
        "local paper: obituaries, lottery numbers and school menus at the side",
        doc(
            f"""<div class="row"><div class="col-8"><h1>{T}</h1>{p(A, B, C, D)}</div><div class="col-4"><div class="box"><h4>Lottery</h4><p>7 - 16 - 22 - 35</p></div><div class="box"><h4>Obituaries</h4><p>J. Smith, 88, of the mill</p></div><div class="box"><h4>School lunch</h4><p>Soup, 320 kcal</p></div></div></div>"""
        ),
        EN,
        ["7", "16", "22", "35", "88", "320"],
    )
    yield (
        "story in a slide show: each slide a part of the text, other shows after",
        doc(
            f"""<div class="slides"><h1>{T}</h1><div class="slide"><div class="slide-n">1 / 4</div>{p(A)}</div><div class="slide"><div class="slide-n">2 / 4</div>{p(B)}</div><div class="slide"><div class="slide-n">3 / 4</div>{p(C)}</div><div class="slide"><div class="slide-n">4 / 4</div>{p(D)}</div></div><div class="more-shows"><h2>More slide shows</h2><a href="/s/1">15 castles to see</a><a href="/s/2">{H2}</a></div>"""
        ),
        EN,
        ["15", "52"],
    )
    yield (
        "classified and tender notices round the text of a regional paper",
        doc(
            f"""<div class="page"><div class="ads-top">Продам дім, 64 сотки, т. 067-555-01-44</div><div class="text"><h1>{UT}</h1>{p(UA, UB, UC)}</div><div class="notices"><p>Тендер № 5083 на вивіз сміття, строк до 28 лютого.</p><p>Загублений квиток серії 119 вважати недійсним.</p></div></div>""",
            "uk",
        ),
        UK,
        ["64", "067", "5083", "119"],
    )


def pages() -> Iterator[Page]:
    for some in (builders, communities, official, mirrors_and_data):
        yield from some()
