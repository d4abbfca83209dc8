"""Pages whose surroundings speak of losses too: headlines, comments, tickers, earlier posts.

Thirty-one further families of sites (Ghost, Blogger, mail services, word processors, agencies,
aggregators, wikis, dashboards). What stands around the story is about the same war, so that a word
for losses tells nothing; some of the story's own sentences have none. All words and figures are our
own. Given as (name, HTML, numbers of the article, numbers around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "Night count: drones over three regions, and a report by noon"
A = "Ukraine's air force said on Friday that it had shot down 61 of 74 drones which Russia launched overnight."
B = "The General Staff counted 1,170 Russian troops killed or wounded in a day, 8 tanks and 39 artillery systems among the equipment lost."
C = "Officials in Sumy spoke of 5 people hurt and 112 houses damaged; the power was back for 3,400 customers by nine o'clock."
EN = ["61", "74", "1,170", "8", "39", "5", "112", "3,400"]

UT = "Нічний підрахунок: дрони над трьома областями"
UA = "Повітряні сили повідомили в п'ятницю, що збили 61 із 74 дронів, які Росія запустила вночі."
UB = "У Генштабі нарахували 1170 убитих і поранених російських військових за добу, а також 8 танків і 39 артсистем."
UC = "На Сумщині постраждали 5 людей і пошкоджено 112 будинків; світло повернули 3400 абонентам."
UK = ["61", "74", "1170", "8", "39", "5", "112", "3400"]

RT = "Ночной подсчёт: дроны над тремя областями"
RA = "Воздушные силы Украины сообщили в пятницу, что сбили 61 из 74 дронов, которые Россия запустила ночью."
RB = "В Генштабе насчитали 1170 убитых и раненых российских военных за сутки, а также 8 танков и 39 артсистем."
RC = "В Сумской области пострадали 5 человек и повреждены 112 домов; свет вернули 3400 абонентам."
RU = ["61", "74", "1170", "8", "39", "5", "112", "3400"]

# Headlines and remarks of others about the same war.
H1 = "Russia loses 1,330 soldiers in a day, Kyiv says"
H2 = "Air defence downs 46 of 52 missiles over the capital"
H3 = "Moscow claims 285 Ukrainian troops killed near the river"
U1 = "Росія втратила 1330 військових за добу — Генштаб"
U2 = "ППО збила 46 із 52 ракет над столицею"
R1 = "Россия потеряла 1330 военных за сутки — Генштаб"
R2 = "ПВО сбила 46 из 52 ракет над столицей"


def p(*texts: str, cls: str = "") -> str:
    opened = f'<p class="{cls}">' if cls else "<p>"
    return "\n".join(f"{opened}{text}</p>" for text in texts)


def a(words: str, href: str = "/news/2024/11/22/other.html", cls: str = "") -> str:
    named = f' class="{cls}"' if cls else ""
    return f'<a href="{href}"{named}>{words}</a>'


def doc(body: str, lang: str = "en", head: str = "", bare: bool = False) -> str:
    title = {"en": T, "uk": UT, "ru": RT}[lang]
    known = "" if bare else f'<meta property="og:title" content="{title}">'
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{known}{head}</head><body>{body}</body></html>'


def blogs() -> Iterator[Page]:
    yield (
        "Ghost: post card grid, signup card in the text, members' comments",
        doc(
            f"""<div class="gh-viewport"><header id="gh-head" class="gh-head outer"><nav>{a("Desk", "/")}{a("Membership from 6", "/m/")}</nav></header><main id="site-main" class="site-main"><article class="article post"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-primary-tag">{a("War", "/tag/war/")}</span></div><h1 class="article-title">{T}</h1><p class="article-excerpt">What was shot down and what fell, region by region</p><div class="article-byline"><div class="byline-meta-content"><time class="byline-meta-date">Nov 22, 2024</time><span class="byline-reading-time"><span class="bull">•</span> 2 min read</span></div></div></header><section class="gh-content gh-canvas">{p(A)}<div class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://desk.example/x"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{H1}</div><div class="kg-bookmark-description">The daily list of the staff, with what it says about tanks and guns.</div></div></a></div>{p(B)}<div class="kg-card kg-signup-card"><h2>Get the count by mail</h2><p>Join 18,200 others</p></div>{p(C)}</section></article><section class="article-comments gh-canvas"><h2>Member discussion</h2><div id="ghost-comments-root"><p>Someone: I heard that 640 were killed there and not what they say.</p></div></section></main><aside class="read-more-wrap outer"><div class="read-more inner"><article class="post-card"><div class="post-card-content"><a class="post-card-content-link" href="/y/"><h2 class="post-card-title">{H2}</h2></a><div class="post-card-excerpt">Fragments fell in four districts, nobody was hurt.</div></div></article></div></aside></div>"""
        ),
        EN,
        ["6", "2", "1,330", "18,200", "640", "46", "52"],
    )
    yield (
        "Blogger: gadgets, archive by months, comments in dl",
        doc(
            f"""<div id="outer-wrapper"><div id="header-wrapper"><h1 class="title">{a("Counting the war", "/")}</h1></div><div id="main-wrapper"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><h2 class="date-header">Friday, November 22, 2024</h2><div class="post hentry"><h3 class="post-title entry-title">{a(T, "/2024/11/night.html")}</h3><div class="post-body entry-content"><div dir="ltr">{A}<br /><br />{B}<br /><br />{C}</div></div><div class="post-footer"><span class="post-author vcard">Posted by desk</span> <span class="post-comment-link">{a("14 comments", "#c")}</span></div></div><div id="comments"><h4>14 comments:</h4><dl id="comments-block"><dt class="comment-author">Old soldier said...</dt><dd class="comment-body"><p>By my list they lost 2,905 men in that week alone, killed and wounded.</p></dd></dl></div></div></div></div><div id="sidebar-wrapper"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul class="hierarchy"><li class="archivedate">{a("2024", "/2024/")} <span class="post-count">(431)</span><ul class="posts"><li>{a(H3)}</li></ul></li></ul></div><div class="widget Stats"><h2>Total Pageviews</h2><span class="counter-wrapper">927,118</span></div></div></div>"""
        ),
        EN,
        ["14", "2,905", "431", "285", "927,118"],
    )
    yield (
        "LiveJournal: entry, mood line, comment tree",
        doc(
            f"""<div class="s2-page"><div class="s-header"><span class="s-header-item">Рейтинг блогов: 215 место</span></div><article class="b-singlepost"><h1 class="b-singlepost-title">{RT}</h1><div class="b-singlepost-bodywrapper"><article class="b-singlepost-body entry-content">{RA}<br><br>{RB}<br><br>{RC}</article></div><div class="b-singlepost-tags">Метки: {a("война", "/tag/")}</div><ul class="b-linkbar"><li>{a("33 комментария", "#comments")}</li></ul></article><div class="b-xylem" id="comments"><div class="b-leaf"><div class="b-leaf-username">user_x</div><div class="b-leaf-article">А я слышал про 2600 убитых за ту же ночь, и об этом молчат все.</div><div class="b-leaf-footer">{a("Ответить", "#r")}</div></div></div></div>""",
            "ru",
        ),
        RU,
        ["215", "33", "2600"],
    )
    yield (
        "site builder: sections by data-hook, recent posts grid, likes",
        doc(
            f"""<div id="SITE_CONTAINER"><header id="SITE_HEADER"><nav><ul><li><a href="/"><p>Home</p></a></li></ul></nav></header><main id="PAGES_CONTAINER"><article data-hook="post"><div data-hook="post-header"><ul><li>Nov 22, 2024</li><li><span data-hook="time-to-read">2 min read</span></li></ul></div><h1 data-hook="post-title">{T}</h1><section data-hook="post-description"><div data-hook="rcv-block1"><p>{A}</p></div><div data-hook="rcv-block2"><p>{B}</p></div><div data-hook="rcv-block3"><p>{C}</p></div></section><div data-hook="post-footer"><span data-hook="view-count">1,908 views</span><span data-hook="like-count">77</span></div></article><section data-hook="recent-posts"><h2>Recent Posts</h2><div data-hook="post-list-item"><a href="/post/x"><h3>{H1}</h3></a></div><div data-hook="post-list-item"><a href="/post/y"><h3>{H3}</h3></a></div></section></main><footer id="SITE_FOOTER"><p>desk@desk.example, 31 High Street</p></footer></div>"""
        ),
        EN,
        ["2", "1,908", "77", "1,330", "285", "31"],
    )
    yield (
        "note pad published: blocks, callout of the text's own, backlinks below",
        doc(
            f"""<div class="notion-app-inner"><div class="notion-topbar">{a("Get the app free for 30 days", "/get")}</div><main class="notion-frame"><h1 class="notion-header-block">{T}</h1><div class="notion-page-content"><div class="notion-text-block">{A}</div><div class="notion-callout-block">The night before, 55 drones had come.</div><div class="notion-text-block">{B}</div><div class="notion-bulleted_list-block">9 regions sounded the alarm</div><div class="notion-text-block">{C}</div></div><div class="notion-backlinks"><div>3 backlinks</div>{a(H2)}</div></main></div>"""
        ),
        [*EN, "55", "9"],
        ["30", "3", "46", "52"],
    )


def papers() -> Iterator[Page]:
    yield (
        "agency wire: paragraphs with test ids, trust line, signup, read next",
        doc(
            f"""<div id="fusion-app"><header><div data-testid="SiteHeader"><ul><li>{a("Markets 2.1%", "/m/")}</li></ul></div></header><main><article><div data-testid="ArticleHeader"><span>War</span><h1 data-testid="Heading">{T}</h1><div data-testid="AuthorNameLink">By Desk</div><time>November 22, 2024 9:14 AM GMT Updated 40 min ago</time></div><div data-testid="ArticleBody"><div data-testid="Summary"><h3>Summary</h3><ul data-testid="SummaryList"><li>Kyiv says 61 drones shot down</li><li>112 houses damaged in Sumy</li></ul></div><div data-testid="paragraph-0" class="text__text__1FZLe">KYIV, Nov 22 - {A}</div><div data-testid="paragraph-1" class="text__text__1FZLe">{B}</div><div data-testid="paragraph-2" class="text__text__1FZLe">{C}</div><div data-testid="SignUp"><p>The briefing gives you the day in 5 minutes. Sign up here.</p></div><p data-testid="SignOff">Reporting by the desk; editing by 2 editors</p><p data-testid="TrustBadge">Our Standards: {a("The Trust Principles.", "/tp/")}</p></div></article><section data-testid="ReadNext"><h2>Read Next</h2><ul><li><div data-testid="MediaStoryCard"><a href="/a"><h3>{H1}</h3></a><time>3 hours ago</time></div></li><li><div data-testid="MediaStoryCard"><a href="/b"><h3>{H2}</h3></a></div></li></ul></section></main></div>"""
        ),
        [*EN, "61", "112"],
        ["2.1", "40", "1,330", "46", "52", "3"],
    )
    yield (
        "broadcaster abroad: media block, podcast promo, also-on list in the body",
        doc(
            f"""<div id="page"><div class="hdr-20"><ul class="hdr-20__nav"><li>{a("Дон — 24 відео", "/v/")}</li></ul></div><div id="content"><div class="hdr-container"><h1 class="title pg-title">{UT}</h1><div class="publishing-details"><div class="published"><time>22 листопада 2024, 09:14</time></div></div></div><div class="body-container"><div id="article-content" class="content-floated-wrap fb-quotable"><div class="wsw">{p(UA)}<div class="wsw__embed"><div class="media-block also-read"><a href="/a/1.html"><div class="media-block__content"><span class="label">ЧИТАЙТЕ ТАКОЖ:</span><h4 class="media-block__title">{U1}</h4></div></a></div></div>{p(UB, UC)}</div><ul><li>Слухайте подкаст: 17 випусків</li></ul></div></div></div><div class="region"><h2 class="section-head">ФОТО ТА ВІДЕО</h2><div class="media-block-wrap"><a href="/v/2"><h4 class="media-block__title">{U2}</h4></a></div></div></div>""",
            "uk",
        ),
        UK,
        ["24", "1330", "17", "46", "52"],
    )
    yield (
        "exiled paper: simple blocks, donation block, related rich block",
        doc(
            f"""<div class="App"><div class="Layout"><main class="GeneralMaterial-container"><div class="GeneralMaterial-head"><h1 data-testid="simple-title">{RT}</h1><div class="Meta"><time>12:14, 22 ноября 2024</time></div></div><div class="GeneralMaterial-body"><div class="GeneralMaterial-article"><p class="SimpleBlock-module_p" data-testid="simple-block">{RA}</p><div data-testid="related-rich-block" class="RelatedRichBlock"><a href="/feature/1"><span>Читайте также</span><div class="RelatedRichBlock-text">{R1}</div></a></div><p class="SimpleBlock-module_p" data-testid="simple-block">{RB}</p><div class="DonatesTeaser" data-testid="donates"><h3>Нам нужна ваша поддержка</h3><p>Нас поддерживают 25 800 человек из разных стран, и мы работаем благодаря им.</p></div><p class="SimpleBlock-module_p" data-testid="simple-block">{RC}</p></div></div></main><section class="MaterialsList"><a href="/news/2">{R2}</a></section><footer>Сделано в 2014 году</footer></div></div>""",
            "ru",
        ),
        RU,
        ["1330", "25 800", "46", "52", "2014"],
    )
    yield (
        "portal: fullstory by ids, top five with numbers, informers, partner net",
        doc(
            f"""<div class="main-wrap"><div id="col-left"><div class="news-feed"><div class="news-feed__title">СТРІЧКА</div><ul><li><span class="time">09:40</span> {a(U1)}</li><li><span class="time">09:31</span> {a("У Дніпрі 3 загиблих після удару")}</li></ul></div></div><div id="col-center"><div class="article-header"><h1>{UT}</h1><div class="info"><span>22.11.2024 09:14</span><span class="eye">12 087</span></div></div><div id="newsText" class="text">{p(UA, UB)}<div class="bq-read"><p>Раніше повідомлялося, що {a("вночі над Києвом збили 33 дрони")}.</p></div>{p(UC)}</div><div class="under-article"><div class="tlg">Більше новин у каналі: 96 тисяч читачів</div></div><div class="partner-net"><div class="pn-item">{a("Лікар назвав 7 продуктів для серця")}</div></div></div><div id="col-right"><div class="top5"><div class="top5__h">ТОП-5 за добу</div><ol><li><b>1</b>{a(U2)}</li><li><b>2</b>{a("Втрати ворога сягнули 733 000")}</li></ol></div></div></div>""",
            "uk",
        ),
        [*UK, "33"],
        ["1330", "3", "12 087", "96", "7", "46", "52", "733 000"],
    )
    yield (
        "business daily: article__text with inline item, pro banner, currency header",
        doc(
            f"""<div class="topline js-topline"><div class="topline__currency"><span>USD ЦБ 100,68</span><span>Brent $74,9</span></div></div><div class="l-col-center"><div class="article js-rbcslider-slide"><div class="article__header"><div class="article__header__info-block"><span class="article__header__date">22 ноя, 12:14</span><span class="article__header__counter">0</span></div><div class="article__header__title"><h1>{RT}</h1></div></div><div class="article__subheader">Что сообщили две стороны к полудню</div><div class="article__text article__text_free" itemprop="articleBody">{p(RA)}<div class="article__inline-item js-yandex-counter"><a class="article__inline-item__link" href="/1"><span class="article__inline-item__title">{R1}</span></a><span class="article__inline-item__category">Политика</span></div>{p(RB)}<div class="pro-anons"><span>Pro</span><p>Подписка за 1 рубль: 400 материалов в месяц</p></div>{p(RC)}</div><div class="article__authors">Автор: Корреспондент</div><div class="article__tags">{a("Украина", "/t")}</div></div></div><div class="js-news-feed-list news-feed__list"><a class="news-feed__item" href="/2"><span class="news-feed__item__title">{R2}</span><span class="news-feed__item__date-text">Политика, 12:40</span></a></div>""",
            "ru",
        ),
        RU,
        ["100,68", "74,9", "1330", "400", "46", "52"],
    )
    yield (
        "radio site: transcript under a player, episodes beside, length of audio",
        doc(
            f"""<div class="site"><main><div class="player" data-module="audio"><button>Play</button><span>23:41</span><span>Download 33 MB</span></div><article><h1>{T}</h1><div class="storytext">{p("ANCHOR: Good morning.", A, "REPORTER: That was the first of 2 waves.", B, C)}</div><div class="transcript-note"><p>Transcripts are created on a rush deadline. Call 888-555-0142 about errors.</p></div></article><aside class="episodes"><h3>More episodes</h3><div><h4>{a(H1)}</h4><span>18:07</span></div><div><h4>{a(H3)}</h4><span>21:55</span></div></aside></main></div>"""
        ),
        [*EN, "2"],
        ["33", "888", "0142", "1,330", "285"],
    )
    yield (
        "video page: short text, list of other clips with figures",
        doc(
            f"""<div id="watch"><div class="player"></div><h1 class="title">{T}</h1><div class="info">{a("Desk", "/c")} 312K subscribers <span>54,310 views Nov 22, 2024</span></div><div id="description"><div>{A}</div><div>{B}</div><div>{C}</div></div><div id="comments-section"><h2>288 Comments</h2><div class="thread"><div class="author">@reader</div><div class="text">They lost 3,050 killed there, my brother counted them himself.</div><div class="likes">91</div></div></div><div id="up-next"><div class="clip"><a href="/w?v=1"><h3>{H2}</h3></a><div>1.2M views</div></div><div class="clip"><a href="/w?v=2"><h3>Convoy of 27 trucks destroyed</h3></a><div>640K views</div></div></div></div>"""
        ),
        EN,
        ["312", "54,310", "288", "3,050", "91", "46", "52", "1.2", "27", "640"],
    )
    yield (
        "front page cut: the story is the first of many, each in a section",
        doc(
            f"""<header><h2>{a("The Morning", "/")}</h2><p>Edition 4,411</p></header><main><section class="lead-story"><h1>{T}</h1>{p(A, B, C)}</section><section class="second-story"><h2>{a(H1)}</h2><p>The figure was given in the morning report; nobody outside could check it.</p></section><section class="third-story"><h2>{a(H2)}</h2><p>Fragments fell in 4 districts and a kindergarten lost its windows.</p></section></main>"""
        ),
        EN,
        ["4,411", "1,330", "46", "52", "4"],
    )
    yield (
        "tabbed widget in the middle: latest and popular of the war",
        doc(
            f"""<div class="main"><div class="left"><h1>{UT}</h1><div class="article-body">{p(UA)}<div class="tabs-box"><div class="tabs-box__tabs"><span>Останні</span><span>Популярні</span></div><div class="tabs-box__list"><div class="tabs-box__item">{a(U1)}</div><div class="tabs-box__item">{a("Знищено склад із 900 снарядами")}</div></div></div>{p(UB, UC)}</div></div><div class="right"><div class="exch">Долар 41,35 Євро 43,02</div></div></div>""",
            "uk",
        ),
        UK,
        ["1330", "900", "41,35", "43,02"],
    )


def posts_and_files() -> Iterator[Page]:
    yield (
        "channel's preview of many posts, the page's own one by its address",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Зведення</title></head><body><header class="tgme_header"><div class="tgme_channel_info_counters"><div class="tgme_channel_info_counter"><span class="counter_value">412K</span> <span class="counter_type">subscribers</span></div></div></header><main class="tgme_main"><section class="tgme_channel_history"><div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="z/10"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text">{UA}<br>{UB}</div><div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">73.5K</span><span class="tgme_widget_message_meta"><a href="https://t.example/z/10"><time datetime="2024-11-22T07:14:00+00:00">09:14</time></a></span></div></div></div></div><div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="z/11"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text">{UC}</div><div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">58.1K</span></div></div></div></div></section></main></body></html>""",
        UK,
        ["412", "73.5", "58.1"],
    )
    yield (
        "thread of short posts unrolled: handles, counts under each",
        doc(
            f"""<div class="thread-page"><div class="promo-top">Try premium for 3 dollars</div><h1>{T}</h1><div class="thread"><div class="tweet"><div class="name">Desk @desk</div><div class="tweet-text">1/ {A}</div><div class="stats"><span>412</span><span>2.3K</span></div></div><div class="tweet"><div class="tweet-text">2/ {B}</div><div class="stats"><span>97</span><span>810</span></div></div><div class="tweet"><div class="tweet-text">3/ {C}</div><div class="stats"><span>44</span><span>506</span></div></div></div><div class="more-threads"><h2>More threads</h2><div class="preview"><a href="/t/1">{H3} A thread</a></div></div></div>"""
        ),
        EN,
        ["412", "2.3", "97", "810", "44", "506", "285"],
    )
    yield (
        "social network's post page: reactions, group, comments with counts",
        doc(
            f"""<div class="wall_page"><div class="wall_post"><div class="post_header"><div class="post_author">{a("Сводка дня", "/club1")}</div><div class="post_date">22 ноя в 12:14</div></div><div class="wall_post_text">{RA}<br>{RB}<br>{RC}</div><div class="like_wrap"><span class="like_btn" data-count="1450">1450</span><span class="share_btn">203</span><span class="like_views">88K</span></div></div><div class="replies"><div class="reply"><div class="reply_author">Пётр</div><div class="reply_text">У нас в посёлке говорят про 19 погибших, не верьте никому.</div><div class="reply_footer">Нравится 36</div></div></div><div class="group_block">Участников 61 904</div></div>""",
            "ru",
            bare=True,
        ),
        RU,
        ["1450", "203", "88", "19", "36", "61 904"],
    )
    yield (
        "letter's web version: nested tables, preheader, unsubscribe line, sponsor",
        f"""<!DOCTYPE html><html><head><title>{T}</title></head><body><table width="100%"><tr><td align="center"><table width="600"><tr><td style="font-size:11px">View in browser | Issue 207</td></tr><tr><td><h1>{T}</h1></td></tr><tr><td>{p(A, B)}</td></tr><tr><td style="background:#eee"><p>A message from our sponsor: boots from $89, worn by 12,000 soldiers.</p></td></tr><tr><td>{p(C)}</td></tr><tr><td><h3>What else we read</h3><p>{a(H1)}</p><p>{a(H2)}</p></td></tr><tr><td style="font-size:10px">You get this as 1 of 52,700 subscribers. Unsubscribe. 77 Canal Road, 10013 New York</td></tr></table></td></tr></table></body></html>""",
        EN,
        ["207", "89", "12,000", "1,330", "46", "52", "52,700", "77", "10013"],
    )
    yield (
        "saved from a word processor: classes of the program, page footer",
        f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>{UT}</title></head><body lang=UK><div class=WordSection1><p class=MsoTitle>{UT}</p><p class=MsoNormal><span lang=UK>{UA}<o:p></o:p></span></p><p class=MsoNormal><span lang=UK>{UB}<o:p></o:p></span></p><p class=MsoListParagraph>·<span> </span>6 районів без світла<o:p></o:p></p><p class=MsoNormal><span lang=UK>{UC}<o:p></o:p></span></p><p class=MsoFooter>Вих. № 1408/22 стор. 1 з 1</p></div></body></html>""",
        [*UK, "6"],
        ["1408"],
    )
    yield (
        "document published by an office suite: header, contents, footnote of the text",
        doc(
            f"""<div id="header">Published automatically every 5 minutes <span>Report abuse</span></div><div id="contents"><div class="doc-content"><p class="c1 title" id="h.1"><span class="c2">{T}</span></p><p class="c3"><span class="c4">{A}</span><sup><a href="#ftnt1">[1]</a></sup></p><p class="c3"><span class="c4">{B}</span></p><p class="c3"><span class="c4">{C}</span></p><hr class="c9"><div><p class="c10"><a href="#ftnt_ref1">[1]</a><span> A later report spoke of 63 drones.</span></p></div></div></div><div id="footer"><span>Page viewed 217 times</span></div>"""
        ),
        [*EN, "63"],
        ["217"],
    )
    yield (
        "archive's frame around a page: toolbar with captures and years",
        doc(
            f"""<div id="wm-ipp-base"><div id="wm-ipp"><div class="wm-captures"><a href="/web/2024*/x">1,204 captures</a><div class="r">14 Mar 2022 - 9 Jan 2025</div></div><table class="wm-nav"><tr><td>2023</td><td>2024</td><td>2025</td></tr></table><div>About this capture: collected by crawl 5517</div></div></div><div class="article"><h1>{T}</h1>{p(A, B, C)}</div>"""
        ),
        EN,
        ["1,204", "2022", "2023", "2025", "5517"],
    )
    yield (
        "aggregator: a story cut by other cards, sources and their ages",
        doc(
            f"""<div class="feed-root"><div class="top-bar"><span>12°C</span><span>S&amp;P 5,948</span></div><div class="views-entry"><div class="article-cont"><header><div class="provider">Desk · 4h</div><h1>{T}</h1></header><section class="article-body">{p(A)}<div class="slideshow-card"><div>Photos: life in wartime</div><div>1/28 SLIDES</div></div>{p(B, C)}</section><div class="social"><button>👍 66</button><button>💬 139</button></div></div><div class="card-river"><div class="card"><a href="/1"><div class="headline">{H1}</div></a><div class="src">Daily · 2h</div></div><div class="card"><a href="/2"><div class="headline">{H3}</div></a><div class="src">Post · 7h</div></div><div class="card sponsored"><div>Ad</div><a href="/3">Seniors born before 1966 get this</a></div></div></div></div>"""
        ),
        EN,
        ["12", "5,948", "28", "66", "139", "1,330", "285", "1966"],
    )


def official_and_data() -> Iterator[Page]:
    yield (
        "staff's list as a page: the list is the text, counters and earlier reports beside",
        doc(
            f"""<div class="page"><div class="report"><h1>{UT}</h1><p>{UA}</p><ul class="losses"><li><div class="ico"></div>особовий склад — 1170</li><li><div class="ico"></div>танки — 8</li><li><div class="ico"></div>артсистеми — 39</li></ul><p>{UC}</p></div><div class="archive-box"><h3>Попередні зведення</h3><ul><li>{a("21.11.2024: особовий склад 1510, танки 12", "/21")}</li><li>{a("20.11.2024: особовий склад 1690, танки 19", "/20")}</li></ul></div></div>""",
            "uk",
        ),
        UK,
        ["1510", "12", "1690", "19"],
    )
    yield (
        "humanitarian office: key figures of the text, related reports, appeals",
        doc(
            f"""<div class="rw-layout"><header class="rw-header"><div>Latest: 1,122 jobs open</div></header><main><article class="rw-article rw-report"><h1 class="rw-article__title">{T}</h1><dl class="rw-entity-meta"><dt>Posted</dt><dd>22 Nov 2024</dd></dl><div class="rw-report__content"><h2>Key figures</h2><ul><li>5 people hurt</li><li>112 houses damaged</li></ul>{p(A, B, C)}</div></article><section class="rw-river"><h2>Related content</h2><article class="rw-river-article"><h3>{a(H3)}</h3><p>Situation report by the office, 18 pages, with annexes on shelter.</p></article></section></main><footer><p>Help us: $7 buys a blanket</p></footer></div>""",
        ),
        [*EN, "5", "112"],
        ["1,122", "285", "18", "7"],
    )
    yield (
        "think tank's assessment: footnotes of links, maps, earlier assessments",
        doc(
            f"""<div class="node-report"><h1 class="page-title">{T}</h1><div class="submitted">Nov 22, 2024 - Press {a("ISO", "/iso")}</div><div class="field-body">{p(A + "[1]", B + "[2]")}<p><strong>Key Takeaways</strong></p><ul><li>Russian forces took 14 square kilometres in a week.</li></ul>{p(C + "[3]")}<hr><p>[1] https://t.example/kpszsu/23881</p><p>[2] https://facebook.example/GeneralStaff/posts/985142; https://t.example/zsu/16002</p></div><div class="view-assessments"><h2>Previous assessments</h2><div class="views-row">{a("Offensive campaign assessment 21: " + H2)}</div></div></div>"""
        ),
        [*EN, "14"],
        ["23881", "985142", "16002", "21", "46", "52"],
    )
    yield (
        "dashboard around a text: tiles of totals of the whole war",
        doc(
            f"""<div class="dash"><div class="tiles"><div class="tile"><div class="tile-n">731,940</div><div class="tile-l">personnel since 2022</div></div><div class="tile"><div class="tile-n">9,427</div><div class="tile-l">tanks since 2022</div></div></div><div class="story"><h1>{T}</h1>{p(A, B, C)}</div><div class="chart"><div class="axis">1,000</div><div class="axis">2,000</div></div></div>"""
        ),
        EN,
        ["731,940", "9,427", "1,000", "2,000"],
    )
    yield (
        "ministry abroad: press release with contact block and boilerplate about the office",
        doc(
            f"""<div class="usa-banner"><p>An official website. Secure 256-bit</p></div><main class="usa-layout"><h1 class="page-title">{T}</h1><p class="date">Nov. 22, 2024</p><div class="release-body">{p(A, B, C)}<p style="text-align:center">###</p><p><em>About the Department: founded in 1947, it has 2,910 thousand people at 4,800 sites in 160 countries.</em></p></div><div class="contact-card"><h2>Press desk</h2><p>Room 2E973, phone 703-555-0131</p></div><div class="release-list"><h2>Latest releases</h2><ul><li>{a(H1)}</li></ul></div></main>"""
        ),
        EN,
        ["256", "1947", "2,910", "4,800", "160", "2E973", "703", "0131", "1,330"],
    )
    yield (
        "town council: text in a table cell of a portal, side menu in the next cell",
        f"""<html lang="ru"><head><title>{RT}</title></head><body><table class="site"><tr><td class="head" colspan="2">Администрация, приём по 2 и 16 числам</td></tr><tr><td class="lm"><ul><li>{a("Постановления (1 873)", "/p")}</li><li>{a("ЖКХ-2024", "/j")}</li></ul><div>Курс доллара 100,68</div></td><td class="ct"><h3>{RT}</h3><p>{RA}</p><p>{RB}</p><p>{RC}</p><p>Дата публикации: 22.11.2024</p></td></tr><tr><td colspan="2">Счётчик: 45 310 посещений</td></tr></table></body></html>""",
        RU,
        ["16", "1 873", "100,68", "45 310"],
    )
    yield (
        "wiki of a community: infobox, battles list, wiki rail, popular pages",
        doc(
            f"""<div class="community-header"><div class="wds-counter">3,615 pages</div></div><div class="page has-right-rail"><main class="page__main"><div class="page-header"><h1 class="page-header__title">{T}</h1></div><div class="mw-parser-output"><aside class="portable-infobox pi-background" role="region"><h2>Night of drones</h2><div class="pi-item"><h3 class="pi-data-label">Launched</h3><div class="pi-data-value">74</div></div></aside>{p(A, B, C)}</div></main><aside class="page__right-rail"><section class="rail-module"><h2>Popular Pages</h2><ul><li>{a("Losses of 1943", "/w")}</li></ul></section></aside></div><div class="global-footer">Trending: {a("Top 10 tanks", "/t")}</div>"""
        ),
        EN,
        ["3,615", "1943", "10"],
    )
    yield (
        "page in two languages side by side: both texts are its own",
        doc(
            f"""<div class="lang-switch">{a("EN", "/en")} {a("UK", "/uk")}</div><div class="wrap"><div class="col"><h1>{T}</h1>{p(A, B, C)}</div><div class="col"><h1>{UT}</h1>{p(UA, UB, UC)}</div></div><div class="sub">Відділ преси: 287 працівників</div>"""
        ),
        [*EN, "61", "74", "1170", "8", "39", "5", "112", "3400"],
        ["287"],
    )
    yield (
        "court of comments: the remark of the editor is the text's, readers' are not",
        doc(
            f"""<div class="post"><h1>{T}</h1>{p(A, B)}<div class="editor-note"><p>Correction, 22 November: an earlier version spoke of 71 drones.</p></div>{p(C)}</div><div id="disqus_thread"><ul><li class="post-c"><span class="who">Reader 1</span><div>They lost 4,100 that night.</div><button>Reply</button></li><li class="post-c"><span class="who">Reader 2</span><div>No, it was 2,700 killed and wounded.</div><button>Reply</button></li></ul></div>"""
        ),
        [*EN, "71"],
        ["4,100", "2,700"],
    )


def pages() -> Iterator[Page]:
    for some in (blogs, papers, posts_and_files, official_and_data):
        yield from some()
