"""Pages as the large content-management systems make them, with all that stands around a story.

Thirty-five, each after the markup of one family of sites (WordPress, Drupal, Bitrix, public
broadcasters, agencies, channels' previews, ministries, MediaWiki, newsletters, AMP and so on); all
words and figures are our own. Given as (name, HTML, numbers of the article, numbers around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "Fewer tanks, more guns: what Wednesday's count says"
A = "The General Staff in Kyiv put Russian losses on Wednesday at 1,290 soldiers, which brings its total to 742,310."
B = "It lists 4 tanks, 17 armoured vehicles, 58 artillery systems and 93 vehicles as destroyed in the same 24 hours."
C = "Moscow's defence ministry said in turn that Ukraine had lost 365 troops and 2 helicopters near the border; neither figure could be verified."
EN = ["1,290", "742,310", "4", "17", "58", "93", "24", "365", "2"]

UT = "Менше танків, більше гармат: що показує зведення за середу"
UA = "Генеральний штаб оцінив втрати російської армії за середу в 1290 військових, загалом від початку вторгнення — 742 310."
UB = "За добу знищено 4 танки, 17 бойових машин, 58 артилерійських систем і 93 автомобілі, ідеться у зведенні."
UC = "У Москві заявили про 365 убитих українських військових поблизу кордону; перевірити ці дані неможливо."
UK = ["1290", "742 310", "4", "17", "58", "93", "365"]

RT = "Меньше танков, больше орудий: что показывает сводка за среду"
RA = "Генеральный штаб Украины оценил потери российской армии за среду в 1290 военных, а всего с начала вторжения — в 742 310."
RB = "За сутки уничтожены 4 танка, 17 боевых машин, 58 артиллерийских систем и 93 автомобиля, говорится в сводке."
RC = "В Москве заявили о 365 убитых украинских военных у границы; проверить эти данные невозможно."
RU = ["1290", "742 310", "4", "17", "58", "93", "365"]


def p(*texts: str, cls: str = "") -> str:
    opened = f'<p class="{cls}">' if cls else "<p>"
    return "\n".join(f"{opened}{text}</p>" for text in texts)


def a(words: str, href: str = "/2024/10/17/another-story/", cls: str = "") -> str:
    named = f' class="{cls}"' if cls else ""
    return f'<a href="{href}"{named}>{words}</a>'


def doc(
    body: str, lang: str = "en", head: str = "", site: str = "The Desk", attrs: str = ""
) -> str:
    title = {"en": T, "uk": UT, "ru": RT}[lang]
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title} | {site}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">'
        f'<meta property="article:published_time" content="2024-10-17T08:20:00+03:00">{head}</head>'
        f"<body{attrs}>\n{body}\n</body></html>"
    )


def wordpress() -> Iterator[Page]:
    """Themes of the system that most sites run on."""
    yield (
        "classic blog theme: widgets, comments, post navigation",
        doc(
            f"""<div id="page" class="hfeed site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><p class="site-title">{a("The Desk", "/")}</p><p class="site-description">Counting since 1987</p>
<nav id="site-navigation" class="main-navigation"><ul id="menu-top" class="menu"><li id="menu-item-1201" class="menu-item">{a("War day 967", "/war/")}</li><li class="menu-item">{a("Top 100", "/top/")}</li></ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-8841" class="post-8841 post type-post status-publish hentry category-war"><header class="entry-header"><h1 class="entry-title">{T}</h1>
<div class="entry-meta"><span class="posted-on">Posted on {a("<time class='entry-date published' datetime='2024-10-17'>17 October 2024</time>", "/2024/10/17/")}</span><span class="comments-link">{a("212 Comments", "#comments")}</span></div></header>
<div class="entry-content">{p(A, B)}<figure class="wp-block-image size-large wp-caption"><img src="/a.jpg" alt=""><figcaption class="wp-element-caption">One of 31 guns shown to reporters in August.</figcaption></figure>{p(C)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li class="share-facebook">{a("Share 1,604", "https://social.example/")}</li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><p class="jp-relatedposts-post">{a("City buys 555 buses")}</p></div></div></div>
<footer class="entry-footer"><span class="tags-links">{a("losses (87)", "/tag/losses/")}</span></footer></article>
<nav class="navigation post-navigation"><div class="nav-previous">{a("Previous: 671 homes without light", "/p/")}</div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">212 thoughts on the count</h2><ol class="comment-list"><li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">Reader</b> says:</footer><div class="comment-content"><p>In my unit we counted 9,040 of them in one month and nobody wrote about that.</p></div></article></li></ol></div>
</main></div><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul><li>{a("Bridge of 823 metres opens")}</li></ul></section><section id="archives-2" class="widget widget_archive"><ul><li>{a("October 2023", "/2023/10/")}&nbsp;(346)</li></ul></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">Registered 40158 &copy; 2011</div></footer></div>"""
        ),
        [*EN, "31"],
        [
            "1987",
            "967",
            "100",
            "212",
            "1,604",
            "555",
            "87",
            "671",
            "9,040",
            "823",
            "346",
            "40158",
            "2011",
        ],
    )
    yield (
        "magazine theme: td classes, views, related grid with captions",
        doc(
            f"""<div id="td-outer-wrap"><div class="td-header-wrap"><div class="td-header-sp-top-menu"><div class="td-weather-top-widget"><span class="td-big-degrees">14</span><span class="td-weather-city">Київ</span></div><ul class="top-header-menu"><li>{a("Передплата 299 грн", "/sub/")}</li></ul></div></div>
<div class="td-main-content-wrap"><div class="td-container"><div class="td-crumb-container"><div class="entry-crumbs">{a("Головна", "/")} » {a("Війна, день 967", "/war/")}</div></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><article class="post td-post-template-default" itemscope itemtype="https://schema.org/Article"><div class="td-post-header"><header class="td-post-title"><h1 class="entry-title">{UT}</h1><div class="td-module-meta-info"><div class="td-post-date"><time class="entry-date">17.10.2024</time></div><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-8841">5718</span></div></div></header></div>
<div class="td-post-content tagdiv-type">{p(UA)}<blockquote class="wp-block-quote"><p>«Ми бачили ще 12 спалених машин біля дороги», — сказав журналістам сержант.</p></blockquote>{p(UB)}<p><strong>Читайте також:</strong> {a("У місті посадили 3440 дерев")}</p>{p(UC)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li>{a("ЗСУ 808", "/tag/")}</li></ul></div><div class="td-author-box-wrap author-box-wrap"><div class="desc"><div class="td-author-description">Пише про армію 19 років, автор 6 книжок.</div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title">СХОЖІ СТАТТІ</h4><div class="td_block_inner"><div class="td-related-span4"><div class="td_module_related_posts"><h3 class="entry-title td-module-title">{a("Пекарня на 7250 хлібин")}</h3></div></div></div></div>
<div class="comments" id="comments"><h4 class="td-comments-title">26 КОМЕНТАРІВ</h4></div></div></div>
<div class="td-pb-span4 td-main-sidebar"><div class="td-ss-main-sidebar"><div class="td_block_wrap"><h4 class="block-title"><span>Популярне</span></h4><div class="td_module_6"><h3 class="entry-title">{a("Рекорд: 9631 відвідувач за день")}</h3></div></div></div></div></div></div></div></div>""",
            "uk",
        ),
        [*UK, "12"],
        ["14", "299", "967", "5718", "3440", "808", "19", "6", "7250", "26", "9631"],
    )
    yield (
        "block theme: query loop below, pattern of subscription inside",
        doc(
            f"""<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignwide"><p class="wp-block-site-title">{a("The Desk", "/")}</p><nav class="is-responsive wp-block-navigation"><ul class="wp-block-navigation__container"><li class="wp-block-navigation-item">{a("Issue 388", "/i/")}</li></ul></nav></div></header>
<main class="wp-block-group is-layout-flow"><div class="wp-block-group has-global-padding"><h1 class="wp-block-post-title">{T}</h1><div class="wp-block-post-date"><time datetime="2024-10-17">October 17, 2024</time></div>
<div class="entry-content wp-block-post-content">{p(A)}<div class="wp-block-group has-background"><h3 class="wp-block-heading">The day in brief</h3><ul class="wp-block-list"><li>81 clashes along the front</li><li>26 missiles fired</li></ul></div>{p(B)}
<div class="wp-block-group has-border-color"><p><strong>Never miss a count.</strong> 41,700 people get our letter.</p><div class="wp-block-jetpack-subscriptions__form"><form><input type="email"><button>Subscribe</button></form></div></div>{p(C)}</div></div>
<div class="wp-block-query"><h2 class="wp-block-heading">More from the blog</h2><ul class="wp-block-post-template"><li class="wp-block-post"><h3 class="wp-block-post-title">{a("Ferry for 620 cars sets sail")}</h3><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">It cost 3,905 thousand and took two summers to build, say the owners.</p></div></li></ul></div></main>
<footer class="wp-block-template-part"><p class="has-small-font-size">Call 555 0199 &middot; Since 1994</p></footer></div>"""
        ),
        [*EN, "81", "26"],
        ["388", "41,700", "620", "3,905", "0199", "1994"],
    )
    yield (
        "newspaper theme with live ticker bar and inline related card",
        doc(
            f"""<div class="jeg_viewport"><div class="jeg_newsticker_wrapper"><div class="jeg_news_ticker"><div class="jeg_breakingnews_title"><span>Trending</span></div><div class="jeg_news_ticker_items"><div class="jeg_news_ticker_item"><span>{a("Storm cuts power to 6,120 homes")}</span></div><div class="jeg_news_ticker_item"><span>{a("Fish of 48 kilos caught")}</span></div></div></div></div>
<div class="post-wrapper"><div class="entry-header"><h1 class="jeg_post_title">{T}</h1><h2 class="jeg_post_subtitle">The claim covers 1 day and 5 categories.</h2><div class="jeg_meta_container"><div class="jeg_post_meta"><div class="jeg_meta_author">by {a("Desk", "/author/")}</div><div class="jeg_meta_comment">{a("39", "#comments")}</div><div class="jeg_reading_time">3 mins read</div></div></div></div>
<div class="jeg_share_top_container"><div class="jeg_sharelist"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">737</div><span class="sharetext">SHARES</span></div><div class="jeg_views_count"><div class="counts">8.4k</div><span class="sharetext">VIEWS</span></div></div></div></div>
<div class="entry-content with-share"><div class="content-inner">{p(A)}<div class="jnews_inline_related_post"><div class="jeg_postblock_28"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>RELATED<strong>POSTS</strong></span></h3></div><div class="jeg_posts"><article class="jeg_post"><div class="jeg_postblock_content"><h3 class="jeg_post_title">{a("Museum shows 1,155 coins")}</h3></div></article></div></div></div>{p(B, C)}<div class="jeg_post_tags"><span>Tags:</span>{a("army 44", "/t/")}</div></div></div>
<div class="jeg_authorbox"><div class="jeg_author_content"><h3 class="jeg_author_name">Desk</h3><p class="jeg_author_desc">Filed 2,380 stories since joining in 2009.</p></div></div>
<div class="jnews_prev_next_container"><div class="jeg_prevnext_post">{a("<span class='caption'>Next Post</span><h3 class='post-title'>Zoo counts 960 birds</h3>")}</div></div></div></div>"""
        ),
        [*EN, "1", "5"],
        ["6,120", "48", "39", "3", "737", "8.4", "1,155", "44", "2,380", "2009", "960"],
    )


def drupal_bitrix_and_others() -> Iterator[Page]:
    yield (
        "Drupal: region blocks, field wrappers, views block",
        doc(
            f"""<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><div id="block-branding" class="block block-system"><div class="site-slogan">Trusted by 2,600 newsrooms</div></div></div><div class="region region-breadcrumb"><nav role="navigation" aria-labelledby="system-breadcrumb"><ol><li>{a("Reports 2024", "/reports/")}</li></ol></nav></div></header>
<main role="main"><a id="main-content"></a><div class="layout-content"><div class="region region-content"><div id="block-page-title" class="block"><h1 class="page-title"><span class="field field--name-title">{T}</span></h1></div><div id="block-content" class="block block-system-main-block"><article role="article" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid">desk</span> on Thu, 10/17/2024</div></footer><div class="node__content"><div class="clearfix text-formatted field field--name-body field__item">{p(A)}<table><thead><tr><th>Kind</th><th>Day</th><th>In all</th></tr></thead><tbody><tr><td>Tanks</td><td>4</td><td>9,061</td></tr><tr><td>Guns</td><td>58</td><td>19,522</td></tr></tbody></table>{p("A further 17 armoured vehicles and 93 vehicles were lost in the same 24 hours.", C)}</div>
<div class="field field--name-field-tags field--label-above clearfix"><h3 class="field__label">Tags</h3><ul class="links field__items"><li>{a("war 309", "/t/")}</li></ul></div><section class="field field--name-comment comment-wrapper"><h2 class="title">Comments</h2><article role="article" class="comment js-comment"><footer class="comment__meta"><p class="comment__author">anonymous</p></footer><div class="comment__content"><h3>{a("My count", "/c/")}</h3><div class="field field--name-comment-body"><p>I make it 8,877 at the very least, going by what my cousin says.</p></div></div></article></section></div></article></div></div></div>
<aside class="layout-sidebar-second" role="complementary"><div class="region region-sidebar-second"><div class="views-element-container block block-views" id="block-views-block-recent"><h2>Recent content</h2><div class="view-content"><div class="views-row"><div class="views-field views-field-title"><span class="field-content">{a("School for 540 pupils opens")}</span></div></div></div></div><div class="block block-poll"><h2>Do you trust counts?</h2><div class="poll"><div class="text">Yes</div><div class="percent">61% (1,412 votes)</div></div></div></div></aside></main>
<footer role="contentinfo"><div class="region region-footer"><p>Grant No. 70233</p></div></footer></div></div>"""
        ),
        ["1,290", "742,310", "4", "9,061", "58", "19,522", "17", "93", "24", "365", "2"],
        ["2,600", "309", "8,877", "540", "61", "1,412", "70233"],
    )
    yield (
        "Bitrix: news-detail, counters, side lists by tables",
        doc(
            f"""<div id="panel"></div><div class="wrapper"><div class="header"><div class="phone">8 (800) 555-01-77</div><ul class="horizontal-multilevel-menu" id="horizontal-multilevel-menu"><li>{a("Архив 1999", "/arc/", "root-item")}</li></ul></div>
<div class="workarea"><div class="bx_breadcrumbs"><ul><li>{a("Новости 24 часа", "/n/")}</li></ul></div><div class="news-detail"><img class="detail_picture" src="/upload/iblock/1.jpg" alt=""><span class="news-date-time">17.10.2024</span><h1>{RT}</h1><div class="preview-text">{RA}</div>{RB}<br><br>{RC}<div style="clear:both"></div>
<br>Количество показов:&nbsp;3316<br>Рейтинг:&nbsp;4.62<div class="news-detail-share"><noindex>Поделиться</noindex></div></div><p>{a("Возврат к списку", "/n/")}</p>
<div class="news-list"><h3>Другие новости раздела</h3><p class="news-item"><span class="news-date-time">16.10.2024</span> {a("<b>Порт принял 2140 вагонов</b>")}<br>Грузили зерно и уголь, сообщили в порту, всего 51 смену подряд.</p></div></div>
<div class="sidebar"><div class="bx_catalog"><h3>Курсы ЦБ</h3><table class="currency"><tr><td>USD</td><td>97,24</td></tr><tr><td>EUR</td><td>105,73</td></tr></table></div></div><div class="footer">© 1999-2024 ООО «Вестник». Свидетельство ЭЛ 77-11903</div></div>""",
            "ru",
        ),
        RU,
        ["800", "3316", "4.62", "2140", "51", "97,24", "105,73", "11903"],
    )
    yield (
        "Joomla: item-page, hits, modules in columns",
        doc(
            f"""<div class="body"><div class="container"><header class="header"><div class="header-search"></div></header><nav class="navigation"><ul class="nav menu nav-pills"><li class="item-101">{a("Рік 2023", "/y/")}</li></ul></nav><div class="row-fluid"><main id="content" role="main" class="span6"><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{UT}</h2></div><div class="article-info muted"><dl class="article-info"><dt class="article-info-term">Деталі</dt><dd class="hits"><span class="icon-eye-open"></span><meta itemprop="interactionCount" content="UserPageVisits:4407">Перегляди: 4407</dd></dl></div><div itemprop="articleBody">{p(UA, UB, UC)}</div><ul class="pager pagenav"><li class="previous">{a("Назад: 830 саджанців", "/b/")}</li></ul></div></main>
<div id="aside" class="span3"><div class="well"><h3 class="page-header">Хто на сайті</h3><p>На сайті 158 гостей та відсутні користувачі</p></div><div class="well"><h3 class="page-header">Статистика</h3><dl class="stats-module"><dt>Статті</dt><dd>6204</dd><dt>Перегляди матеріалів</dt><dd>919385</dd></dl></div></div></div></div></div>""",
            "uk",
        ),
        UK,
        ["2023", "4407", "830", "158", "6204", "919385"],
    )
    yield (
        "DLE: quick rating, story tools, informers below",
        doc(
            f"""<div class="wrap"><div class="topbar"><div class="weather_inf">Сегодня +11, завтра +9</div><div class="speedbar"><span id="dle-speedbar">{a("Портал", "/")} » Военная сводка</span></div></div><div id="dle-content"><article class="box story fullstory"><div class="box_in"><h1 class="title">{RT}</h1><div class="text"><div id="news-id-5512">{RA}<br><br>{RB}<br><br>{RC}</div></div><div class="category grey">{a("Война", "/w/")}</div></div>
<div class="meta"><ul class="right"><li class="grey" title="Просмотров: 2905"><svg></svg> 2905</li><li class="meta_coms grey" title="Комментариев: 77">{a("77", "#comment")}</li></ul><ul class="left"><li class="story_date">17-10-2024, 08:20</li></ul><div class="rate"><div class="rate_like" id="r1"><span class="ratingtypeplus">+483</span></div></div></div></article>
<div class="related_news"><h4 class="heading">Похожие новости</h4><ul class="lcol"><li>{a("Снято 1380 тонн урожая")}</li></ul></div><div class="comments ignore-select"><div class="box"><h4 class="heading">Комментарии (77)</h4><div class="com_list"><div class="comment"><div class="com_info"><b class="name">Гость</b></div><div class="com_content"><div class="text">По моим подсчётам там не меньше 7009, и это ещё скромно сказано.</div></div></div></div></div></div></div></div>""",
            "ru",
        ),
        RU,
        ["11", "9", "2905", "77", "483", "1380", "7009"],
    )
    yield (
        "old layout of nested tables with fonts",
        f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>{RT}</TITLE></HEAD><BODY bgcolor=#ffffff><TABLE width=100% border=0><TR><TD colspan=3 bgcolor=navy><FONT color=white size=5>Вестник</FONT> <FONT color=white>тираж 12500 экз.</FONT></TD></TR><TR><TD width=160 valign=top><FONT size=2><A HREF=/1.htm>Спорт</A><BR><A HREF=/2.htm>Кубок 1998</A><BR><BR>Курс: 97,24<BR>Погода: +11</FONT></TD><TD valign=top><TABLE cellpadding=6><TR><TD><FONT size=4><B>{RT}</B></FONT><BR><FONT size=2 color=gray>17.10.2024</FONT></TD></TR><TR><TD><FONT size=3>{RA}<BR><BR>{RB}<BR><BR>{RC}</FONT></TD></TR></TABLE></TD><TD width=180 valign=top><FONT size=2><B>Ещё на эту тему</B><BR><A HREF=/3.htm>На выставку привезли 640 картин</A><BR><A HREF=/4.htm>Собрано 2215 подписей</A></FONT></TD></TR><TR><TD colspan=3 align=center><FONT size=1>Тел. 234-56-78. Нас посетили 1904417 раз</FONT></TD></TR></TABLE></BODY></HTML>""",
        RU,
        ["12500", "1998", "97,24", "11", "640", "2215", "234", "1904417"],
    )


def broadcasters_and_papers() -> Iterator[Page]:
    yield (
        "public broadcaster: hashed classes, text blocks, topic lists",
        doc(
            f"""<div id="root"><header class="ssr-1x2k-Header"><nav aria-label="Main" class="ssr-9ab-Nav"><ul><li>{a("Sport", "/s/")}</li><li>{a("Proms 2024", "/pr/")}</li></ul></nav></header><main id="main-content" data-testid="main-content"><article class="ssr-pv1-ArticleWrapper"><div data-component="headline-block"><h1 class="ssr-15x-Heading">{T}</h1></div><div data-component="byline-block"><time datetime="2024-10-17">5 hours ago</time><span>Our correspondent</span></div>
<figure data-component="image-block"><img alt=""><figcaption class="ssr-y7-Caption"><p>Kyiv says 312 guns were hit this month</p></figcaption></figure><div data-component="text-block" class="ssr-11r-Rich"><p class="ssr-1q0-Paragraph"><b>{A}</b></p></div><div data-component="text-block"><p>{B}</p></div><div data-component="links-block"><p>You may also be interested in:</p><ul><li>{a("The lighthouse of 199 steps")}</li></ul></div><div data-component="subheadline-block"><h2>What Moscow says</h2></div><div data-component="text-block"><p>{C}</p></div><div data-component="ad-slot"><div>Advertisement</div></div></article>
<section data-component="topic-list"><h2>Related topics</h2><ul><li>{a("Tanks", "/t/")}</li></ul></section><section data-component="links-block" class="ssr-8h-More"><h2>More on this story</h2><ul><li><div data-component="promo"><h3>{a("Pilot lands with 71 aboard")}</h3><span>2 days ago</span></div></li><li><div data-component="promo"><h3>{a("The 4,450-mile walk")}</h3><span>14 October</span></div></li></ul></section></main>
<aside><h2>Top stories</h2><ul><li>{a("Court hears 233 claims")}</li></ul></aside><footer><p>Copyright 2024. Read about 38 partners.</p></footer></div>"""
        ),
        [*EN, "312"],
        ["199", "71", "4,450", "14", "233", "38"],
    )
    yield (
        "quality paper: rich links in the text, contributions epic, most viewed",
        doc(
            f"""<gu-island name="TopBar" deferuntil="idle"></gu-island><header><div class="dcr-a1"><a href="/support">Support us from 5 a month</a></div><nav data-component="nav3"><ul><li>{a("News", "/n/")}</li></ul></nav></header><main data-layout="StandardLayout"><div data-gu-name="headline"><h1 class="dcr-u0">{T}</h1></div><div data-gu-name="standfirst"><div class="dcr-4s"><p>Claims for Wednesday name 5 kinds of weapons</p></div></div><div data-gu-name="meta"><div class="dcr-time"><details><summary>Thu 17 Oct 2024 08.20</summary>Last modified 09.41</details></div><div data-component="share-buttons"><span data-testid="short-count">1.9k</span></div></div>
<div data-gu-name="body"><div class="article-body-commercial-selector dcr-b" id="maincontent">{p(A)}<figure class="dcr-rich element-rich-link" data-spacefinder-role="richLink"><gu-island name="RichLinkComponent"><div data-component="rich-link"><div>{a("Orchestra of 104 plays in the rain")}</div><span>Read more</span></div></gu-island></figure>{p(B)}<div class="ad-slot-container"><div class="ad-slot__label">Advertisement</div></div><aside><blockquote>Neither figure could be verified</blockquote></aside>{p(C)}
<div data-component="contributions-epic"><h2>Since you are here</h2><p>You have read 46 articles in the last year. Last month 81,300 readers gave, and it helped us stay open to everyone.</p><button>Continue</button></div></div></div>
<div class="submeta"><span>Explore more on these topics</span><ul><li>{a("Arms", "/t/")}</li></ul></div><section data-component="comments"><h2>Comments (1,027)</h2><div id="discussion"><p>Sign in to join the talk</p></div></section><section data-component="most-viewed-footer"><h2>Most viewed</h2><ol><li><span>1</span>{a("Owner of 9,800 toy cars sells all")}</li></ol></section></main><footer><div>&copy; 2024 All rights reserved. (63)</div></footer>"""
        ),
        [*EN, "5"],
        ["1.9", "104", "46", "81,300", "1,027", "9,800", "63"],
    )
    yield (
        "American paper: story body companion columns, newsletters inside",
        doc(
            f"""<div id="app"><div><div class="css-banner" data-testid="masthead-container"><section id="masthead-section-label">{a("World", "/w/")}</section><div data-testid="markets">Dow 42,740 +0.8%</div></div><main id="site-content"><div><article id="story" class="css-1vx"><div id="top-wrapper"><p>Advertisement</p></div><header class="css-d7"><h1 id="link-4a1" data-testid="headline">{T}</h1><p id="article-summary">Two sides gave two counts for one day.</p><div data-testid="reading-time-module"><div>Listen to this article · 6:14 min</div></div><div><button data-testid="share-count">268</button></div></header>
<section name="articleBody" class="meteredContent"><div data-testid="companionColumn-0" class="css-s9"><div class="css-53">{p(A, B, cls="css-at9 evys1bk0")}</div><aside class="css-ew"></aside></div><div data-testid="InlineNewsletter"><h2>Sign up for the morning letter</h2><p>All you need in 10 minutes, read by 5,300,000 people.</p></div><div data-testid="companionColumn-1" class="css-s9"><div class="css-53">{p(C, cls="css-at9 evys1bk0")}</div></div></section>
<div class="bottom-of-article"><div data-testid="author-bio"><p>A Writer has covered wars for 22 years.</p></div><div data-testid="print-info"><p>A version of this article appears in print on , Section A, Page 8 of the edition with the headline: Counts. {a("Order Reprints", "/o/")}</p></div></div></article></div><section data-testid="related-coverage"><h2>Related Content</h2><div><ol><li><div>{a("<h3>A Town of 1,440 Votes Itself a Beach</h3>")}</div></li></ol></div></section></main><footer><nav><ul><li>&copy; 2024</li></ul></nav></footer></div></div>"""
        ),
        EN,
        ["42,740", "0.8", "14", "268", "10", "5,300,000", "22", "8", "1,440"],
    )
    yield (
        "Ukrainian paper: post, feed column, counters, read-also line",
        doc(
            f"""<div class="layout"><div class="header"><div class="header_news_bar">{a("Наживо: день 967", "/live/")}</div><div class="header_donate">Підтримали 18 246 читачів</div></div><div class="container_sub_post_news"><article class="post post_news"><header class="post_header"><h1 class="post_title">{UT}</h1><div class="post_time">Четвер, 17 жовтня 2024, 08:20</div><div class="post_views">31 604</div></header><div class="post_text">{p(UA)}<p><strong>Джерело:</strong> зведення Генштабу</p>{p(UB)}<p><strong>Пряма мова:</strong> «Ворог втратив також 77 безпілотників».</p><p class="read_also"><strong>Читайте також:</strong> {a("Чому 380 шкіл перейшли на нові дзвінки")}</p>{p(UC)}<p><em>Нагадаємо, за вівторок штаб повідомляв про 1420 військових.</em></p></div><div class="post_tags"><span class="post_tags_item">{a("Генштаб", "/t/")}</span></div><div class="modal_banner"><p>Приєднуйтесь до 250 тисяч підписників</p></div></article><aside class="container_sub_news"><div class="section_header">Усі новини</div><div class="article_news_list"><div class="article_time">08:11</div><div class="article_title">{a("На ринку знайшли 56 черепах")}</div></div><div class="article_news_list"><div class="article_time">07:58</div><div class="article_title">{a("Потяг запізнився на 240 хвилин")}</div></div></aside></div><div class="footer">© 2000-2024. Адреса: 04071, Київ. Тел. 380 44 555 01 23</div></div>""",
            "uk",
        ),
        [*UK, "77", "1420"],
        ["967", "18 246", "31 604", "380", "250", "56", "240", "04071", "44"],
    )
    yield (
        "state agency: article blocks, statistics, infinite next article",
        doc(
            f"""<div class="page"><div class="header"><div class="header__top"><span class="header__currency">$ 97.24</span><span class="header__weather">+11</span></div><div class="rubric-list">{a("Чемпионат 2024", "/c/")}</div></div><div class="endless" id="endless"><div class="endless__item m-active"><div class="article m-article"><div class="article__meta"></div><div class="article__header"><div class="article__info"><div class="article__info-date">{a("08:20 17.10.2024", "/d/")} <span class="article__info-date-modified">(обновлено: 09:12 17.10.2024)</span></div><div class="article__info-statistic"><span class="statistic__item m-views">14602</span></div></div><h1 class="article__title">{RT}</h1><h2 class="article__second-title">Стороны назвали разные цифры</h2></div>
<div class="article__body js-mediator-article"><div class="article__block" data-type="text"><div class="article__text"><strong>КИЕВ, 17 окт.</strong> {RA}</div></div><div class="article__block" data-type="article"><div class="article__article m-rich"><div class="article__article-desc">{a("Завод выпустил 3050 тракторов")}<div class="article__article-infoline"><span>16 октября, 21:47</span></div></div></div></div><div class="article__block" data-type="text"><div class="article__text">{RB}</div></div><div class="article__block" data-type="quote"><div class="article__quote-text">«Мы насчитали ещё 29 повреждённых машин», — сказал офицер.</div></div><div class="article__block" data-type="banner"><div>Реклама 18+</div></div><div class="article__block" data-type="text"><div class="article__text">{RC}</div></div></div><div class="article__tags">{a("В мире", "/w/", "article__tags-item")}</div><div class="article__userbar"><span class="m-like">612</span><span class="m-dislike">88</span></div></div></div>
<div class="endless__item"><div class="article"><div class="article__title">{a("Кит длиной 17 метров")}</div></div></div></div><div class="lenta"><div class="lenta__item"><span class="lenta__item-text">{a("Суд рассмотрит 430 жалоб")}</span></div></div></div>""",
            "ru",
        ),
        [*RU, "29"],
        ["97.24", "11", "14602", "3050", "612", "88", "430"],
    )
    yield (
        "agency of short news: body in one div, news by the hour beside",
        doc(
            f"""<div id="__next"><div class="Header_wrap__a1"><span>ПОГОДА +11°</span></div><div class="NewsPage_root__Qk"><div class="NewsHeader_head__x"><div class="NewsHeader_time__y">17 октября 2024, 08:20</div><h1 class="NewsHeader_titles__z">{RT}</h1><div class="NewsHeader_lead__w">Сводка приводит 5 категорий техники</div></div><div class="Text_wrap__1"><p class="Paragraph_p__2"><span>КИЕВ, 17 октября. /Корр. нашего агентства/.</span> {RA}</p><p class="Paragraph_p__2">{RB}</p><p class="Paragraph_p__2">{RC}</p></div><div class="Tags_list__5">{a("Украина", "/u/")}</div></div><div class="Sidebar_col__9"><div class="Sidebar_title__9">Новости за час</div><div class="NewsCard_c__1">{a("<span>Лыжник прошёл 96 километров</span>")}<time>08:14</time></div><div class="NewsCard_c__1">{a("<span>На складе нашли 5210 ящиков</span>")}<time>08:02</time></div></div><div class="Footer_f__0">Сетевое издание, свидетельство 03247 от 2 апреля 1999 года. 12+</div></div>""",
            "ru",
        ),
        [*RU, "5"],
        ["11", "96", "5210", "03247", "1999", "12"],
    )
    yield (
        "tabloid: promo bullets, inline galleries of other stories, shop prices",
        doc(
            f"""<div class="page-wrap"><div class="trending-bar"><span>TRENDING:</span>{a("£49 boots")} {a("Star spends 7,700")}</div><div class="article-wrapper"><article class="article-main"><h1>{T}</h1><ul class="mol-bullets-with-font"><li><strong>Kyiv counts 5 kinds of weapons</strong></li><li><strong>READ MORE: {a("Builder finds 1,310 coins in wall")}</strong></li></ul><p class="author-section">By Desk</p><div class="share-bar"><span class="total-shares">3.4k</span> shares <span class="comment-count">{a("592", "#comments")}</span> View comments</div><div itemprop="articleBody">{p(A, B, cls="mol-para-with-font")}<div class="related-carousel"><h3>RELATED ARTICLES</h3><ul><li><span>Previous</span></li><li><span>1</span></li></ul><div class="related-carousel-item">{a("Cat of 23 years wins prize")}<div class="fb-share"><span>Share this article</span><b>845</b></div></div></div>{p(C, cls="mol-para-with-font")}<div class="shop-box"><h4>Bargains of the day</h4><a href="https://shop.example/x"><span>Kettle</span><span class="price">£24.99</span></a></div></div></article><div class="femail-puff"><h2>DON'T MISS</h2><ul><li>{a("Singer, 52, shows off garden of 310 roses")}<p>The singer posed beside the beds on Tuesday and said she had planted each of them.</p></li></ul></div></div></div>"""
        ),
        [*EN, "5"],
        ["49", "7,700", "1,310", "3.4", "592", "23", "845", "24.99", "52", "310"],
    )
    yield (
        "paywalled: metered message between paragraphs, offers below",
        doc(
            f"""<div class="o-header"><span>My account</span></div><main class="article"><div class="article-classifier__gap"><header><h1 class="o-topper__headline">{T}</h1><div class="o-topper__standfirst">Both sides publish counts that 0 observers can check</div></header><div class="article__content-body n-content-body">{p(A)}<div class="paywall-prompt" role="dialog"><h2>Keep reading</h2><p>You have 1 free story left of 3. Plans from $39 a month, cancel within 30 days.</p></div>{p(B, C)}</div><div class="subs-barrier"><div class="offer"><h3>Standard Digital</h3><p>$375 for the first year</p></div><div class="offer"><h3>Premium</h3><p>$75 per month</p></div></div></div><div class="article__right-bottom"><h2>Follow the topics in this article</h2><ul><li>{a("War", "/w/")}</li></ul></div></main><footer>Markets data delayed by 15 minutes</footer>""",
            head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"headline":"x","datePublished":"2024-10-17T08:20:00+03:00"}</script>',
        ),
        [*EN, "0"],
        ["3", "39", "30", "375", "75", "15"],
    )


def platforms() -> Iterator[Page]:
    yield (
        "channel's web preview of one post",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Зведення</title><meta property="og:title" content="Зведення"></head><body class="widget_frame_base tgme_widget body_widget_post"><div class="tgme_widget_message js-widget_message" data-post="zvedennia/3381"><div class="tgme_widget_message_user">{a("<i>З</i>", "https://t.example/z")}</div><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author">{a("<span dir='auto'>Зведення 24</span>", "https://t.example/z")}</div><div class="tgme_widget_message_text js-message_text" dir="auto">{UA}<br><br>{UB}<br><br>{UC}</div><div class="tgme_widget_message_reactions"><span class="tgme_reaction">❤ 1640</span><span class="tgme_reaction">🔥 233</span></div><div class="tgme_widget_message_footer"><div class="tgme_widget_message_info"><span class="tgme_widget_message_views">48.2K</span><span class="copyonly"> views</span><a class="tgme_widget_message_date" href="https://t.example/z/3381"><time datetime="2024-10-17T05:20:00+00:00">08:20</time></a></div></div></div></div></body></html>""",
        UK,
        ["1640", "233", "48.2"],
    )
    yield (
        "newsletter platform: likes, subscribe widget, discussion, recommendations",
        doc(
            f"""<div id="entry"><div id="main" class="main typography"><div class="main-menu"><div class="topBar"><button>Subscribe</button></div></div><div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">{T}</h1><h3 class="subtitle">Letter about the counts of one day, in 4 minutes</h3><div class="post-ufi"><a class="post-ufi-button"><div class="label">1,188</div></a><a class="post-ufi-button"><div class="label">164</div></a><button>Share</button></div></div><div class="available-content"><div class="body markup">{p(A, B)}<div class="subscription-widget-wrap"><div class="subscription-widget"><div class="preamble"><p class="cta-caption">This letter goes out to 29,400 readers. To support it, become a paid one.</p></div></div></div>{p(C)}<div class="captioned-image-container"><figure><figcaption class="image-caption">Chart: 58 guns a day</figcaption></figure></div></div></div></article><div class="post-footer"><div class="post-ufi"><div class="label">1,188 Likes</div></div></div><div class="comments-section"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>Great work. I keep my own sheet and there I have 2,046 for the week, though some are doubles.</p></div></div></div><div class="portable-archive"><h4>Top posts</h4><div class="post-preview">{a("How I counted 6,650 sheep")}<div>Oct 3</div></div></div></div></div><div class="footer"><div>© 2024 Desk, 548 Market Street PMB 72296</div></div></div>"""
        ),
        [*EN, "4", "58"],
        ["1,188", "164", "29,400", "2,046", "6,650", "548", "72296"],
    )
    yield (
        "blog platform: claps, highlights, responses, more from the author",
        doc(
            f"""<div id="root"><div class="a b c"><div class="d e f"><div class="ag"><a href="/">Open in app</a></div></div><div class="g"><article><div class="h i"><section><div><h1 class="pw-post-title">{T}</h1><div class="j"><div>A Writer</div><div>3 min read · Oct 17, 2024</div><div class="pw-multi-vote-count"><p><button>2.7K</button></p></div><div><button aria-label="responses"><p><span class="pw-responses-count">47</span></p></button></div></div>{p(A, B, C, cls="pw-post-body-paragraph k l")}</div></section></div></article></div><div class="m"><div>{a("War", "/t/")}{a("Data", "/t/")}</div><div class="n"><div>Written by A Writer</div><div>15.6K Followers</div><div>Writes about counts. 12 years in radio.</div></div><h2>More from A Writer</h2><div class="o"><article><h2>{a("I walked 730 kilometres")}</h2><h3>What it did to my shoes</h3><div><span>5.1K</span><span>89</span></div></article></div><h2>Recommended from the platform</h2><div class="o"><article><h2>{a("Why 10,500 people left the city")}</h2></article></div></div></div></div>"""
        ),
        EN,
        ["3", "2.7", "47", "15.6", "12", "730", "5.1", "89", "10,500"],
    )
    yield (
        "accelerated page: sidebar, consent, sticky ad, recommended list",
        doc(
            f"""<amp-sidebar id="sb" layout="nodisplay"><ul><li>{a("Photos 1,001", "/p/")}</li></ul></amp-sidebar><amp-consent id="c"><div>We and our 814 partners store data</div></amp-consent><header class="amp-header">{a("Desk", "/")}</header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{T}</h1><div class="amp-wp-meta amp-wp-byline"><span>Desk</span></div></header><div class="amp-wp-article-content">{p(A)}<amp-ad width="300" height="250"><div placeholder>Ad 300</div></amp-ad>{p(B, C)}<amp-fx-flying-carpet height="300px"><amp-ad></amp-ad></amp-fx-flying-carpet></div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">Tags: {a("guns", "/t/")}</div><div class="amp-wp-meta amp-wp-comments-link">{a("Leave a Comment (18)", "#c")}</div></footer></article><amp-list class="recommend"><h3>Recommended</h3><div role="list"><div role="listitem">{a("Train of 61 wagons derails")}</div></div></amp-list><amp-sticky-ad><amp-ad></amp-ad></amp-sticky-ad><footer class="amp-wp-footer"><p>Licence 6618</p></footer>"""
        ),
        EN,
        ["1,001", "814", "300", "18", "61", "6618"],
    )
    yield (
        "MediaWiki: infobox own, navboxes, edit links, categories, portlets",
        doc(
            f"""<div class="mw-page-container"><header class="mw-header"><div class="vector-main-menu"><ul><li>{a("Main page", "/wiki/")}</li><li>{a("Random 1", "/wiki/r")}</li></ul></div></header><main id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading"><span class="mw-page-title-main">{T}</span></h1><div class="vector-page-toolbar"><a href="/wiki/lang">34 languages</a></div><div id="bodyContent"><div id="siteSub">From the free encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox vevent"><tbody><tr><th class="infobox-label">Date</th><td class="infobox-data">Wednesday</td></tr><tr><th class="infobox-label">Clashes</th><td class="infobox-data">151</td></tr></tbody></table>{p(A)}<div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul><li class="toclevel-1">{a("<span class='tocnumber'>1</span> Claims", "#Claims")}</li></ul></div><div class="mw-heading mw-heading2"><h2 id="Claims">Claims</h2><span class="mw-editsection">[{a("edit", "/wiki/e")}]</span></div>{p(B, C)}<div class="navbox" role="navigation"><table><tr><th class="navbox-title">Counts of losses 1812</th></tr><tr><td class="navbox-list"><ul><li>{a("Siege of 1854")}</li><li>{a("Battle of 1709")}</li></ul></td></tr></table></div></div></div><div id="catlinks" class="catlinks">{a("Categories", "/wiki/c")}: {a("Counts of 1805", "/wiki/c")}</div></div></main><footer id="footer" class="mw-footer"><ul><li>This page was last edited at 21:47, read 7,133 times.</li></ul></footer></div>"""
        ),
        [*EN, "151"],
        ["34", "1812", "1854", "1709", "1805", "7,133"],
    )
    yield (
        "live page: pinned summary, posts, key events, other blogs",
        doc(
            f"""<div class="live-page"><header><h1>{T}</h1><div class="live-badge">LIVE 12,480 watching</div></header><div class="key-events"><h2>Key events</h2><ol><li>{a("08.20 Kyiv gives its count of 1,290", "#block-1")}</li></ol></div><main><div class="liveblog-block" id="block-1"><time>08.20</time><h2>Kyiv's count</h2>{p(A)}<div class="block-share">Share 41</div></div><div class="liveblog-block" id="block-2"><time>09.05</time><h2>Weapons</h2>{p(B)}</div><div class="liveblog-block" id="block-3"><time>10.31</time><h2>Moscow answers</h2>{p(C)}</div></main><aside class="live-side"><h3>Our other live pages</h3><ul><li>{a("Regatta: 88 boats start")}</li><li>{a("Budget: 17,900 pages")}</li></ul></aside></div>"""
        ),
        EN,
        ["12,480", "41", "88", "17,900"],
    )
    yield (
        "forum topic: the first post is the text, answers below",
        doc(
            f"""<div id="wrap" class="wrap"><div id="page-header"><div class="headerbar"><p>Board index</p></div></div><div id="page-body" class="page-body"><h2 class="topic-title">{a(T, "./viewtopic.php?t=771")}</h2><div class="action-bar bar-top"><div class="pagination">64 posts • Page 1 of 7</div></div><div id="p1" class="post has-profile bg2"><dl class="postprofile"><dt>{a("desk", "/u/")}</dt><dd class="profile-posts"><strong>Posts:</strong> {a("4119", "/s/")}</dd><dd class="profile-joined">Joined: 2016</dd></dl><div class="postbody"><h3 class="first">{a(T, "#p1")}</h3><div class="content">{A}<br><br>{B}<br><br>{C}</div></div></div><div id="p2" class="post bg1"><dl class="postprofile"><dt>{a("other", "/u/")}</dt><dd class="profile-posts"><strong>Posts:</strong> {a("873", "/s/")}</dd></dl><div class="postbody"><h3>{a("Re: " + T, "#p2")}</h3><div class="content">Thanks. By my reckoning the real sum is close to 6,006, but I cannot prove any of it here.</div></div></div></div><div id="page-footer">Total members 31,502</div></div>"""
        ),
        EN,
        ["64", "7", "4119", "2016", "873", "6,006", "31,502"],
    )


def official() -> Iterator[Page]:
    yield (
        "ministry of defence: news view, hotlines, other news, banners",
        doc(
            f"""<div class="site"><div class="accessibility-bar">A- A A+</div><header class="header"><div class="hotline">Гаряча лінія: 1512</div><nav class="main-menu"><ul><li>{a("Про нас", "/a/")}</li></ul></nav></header><div class="content-wrap"><div class="breadcrumbs">{a("Головна", "/")} / {a("Новини", "/n/")}</div><div class="news-view"><h1 class="news-view__title">{UT}</h1><div class="news-view__date">17 жовтня 2024 року, 08:20</div><div class="news-view__body"><p style="text-align: justify;">{UA}</p><p style="text-align: justify;">Втрати за добу:</p><ul><li>танків — 4;</li><li>бойових машин — 17;</li><li>артилерійських систем — 58;</li><li>автомобілів — 93.</li></ul><p>{UC}</p></div><div class="news-view__print">{a("Версія для друку", "/pr/")}</div></div><div class="other-news"><h2>Інші новини</h2><div class="other-news__item"><span>16 жовтня</span>{a("Курсанти склали 2860 заліків")}</div></div><div class="banners"><div class="banner">{a("Контракт від 20 100 грн", "/c/")}</div></div></div><footer class="footer"><p>03168, м. Київ, просп. Повітряних Сил, 6. Усі матеріали доступні за ліцензією CC 4.0</p></footer></div>""",
            "uk",
        ),
        UK,
        ["1512", "2860", "20 100", "03168", "6", "4.0"],
    )
    yield (
        "gov.uk-like: metadata block, related navigation, feedback, sign-up",
        doc(
            f"""<a href="#content" class="govuk-skip-link">Skip</a><div id="global-cookie-message" class="gem-c-cookie-banner" role="region" aria-label="Cookies"><h2>Cookies on this site</h2><p>We set 11 essential cookies</p></div><header class="govuk-header" role="banner"><nav><ul><li>{a("Departments (23 ministerial)", "/d/")}</li></ul></nav></header><div class="govuk-width-container"><div class="govuk-phase-banner"><strong>Beta 3</strong></div><main id="content" role="main"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-heading govuk-heading-l">{T}</h1><p class="gem-c-lead-paragraph">A statement on claims about one day, in 3 parts.</p></div></div><div class="gem-c-metadata"><dl><dt>From:</dt><dd>{a("Ministry of Defence", "/m/")}</dd><dt>Published</dt><dd>17 October 2024</dd></dl></div><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-govspeak govuk-govspeak">{p(A, B, C)}<h3>Notes to editors</h3><ul><li>The count covers 5 categories of equipment.</li></ul></div><div class="gem-c-share-links"><h2>Share this page</h2></div></div><div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar"><nav aria-label="Related content"><h2>Related content</h2><ul><li>{a("Register of 3,120 ships")}</li></ul></nav></div></div></div></main></div><div class="gem-c-feedback"><h2>Is this page useful?</h2><p>To help us improve, 2 minutes of your time; 4,018 people took part.</p></div><footer class="govuk-footer" role="contentinfo"><ul><li>Open Government Licence v3.0</li></ul></footer>"""
        ),
        [*EN, "3", "5"],
        ["11", "23", "3,120", "4,018", "3.0"],
    )
    yield (
        "Russian ministry: news text, photo strip, archive by numbers",
        doc(
            f"""<div id="wrapper"><div id="header"><div class="phones">8 800 100-77-07</div><ul id="top-menu"><li>{a("Контракт 1 900 000", "/c/")}</li></ul></div><div id="center"><div class="breadcrumb">{a("Новости", "/n/")}</div><h1>{RT}</h1><div class="date">17.10.2024 (08:20)</div><div class="news-text"><p>{RA}</p><p>{RB}</p><p>{RC}</p></div><div class="photo-strip"><h3>Фоторепортаж</h3><a href="/ph/1"><img alt=""> 1 из 18</a></div><div class="archive"><span>Архив:</span> {a("2021", "/2021")} {a("2022", "/2022")}</div></div><div id="right"><div class="block-anons"><h3>Анонсы</h3><div class="anons-item"><span class="day">25</span> октября<p>{a("Парад из 350 участников")}</p></div></div></div><div id="footer">Отдел по работе с гражданами, 119160, г. Москва, ул. Знаменка, д. 19</div></div>""",
            "ru",
        ),
        RU,
        ["800", "900 000", "18", "2021", "2022", "25", "350", "119160", "19"],
    )
    yield (
        "print view: header line, text, address below",
        doc(
            f"""<div class="print-page"><div class="print-logo">Desk, printed copy 1 of 1</div><h1>{T}</h1><div class="print-date">17 October 2024</div><div class="print-text">{A}<br/><br/>{B}<br/><br/>{C}</div><hr/><div class="print-source">https://desk.example/2024/10/17/8841 &mdash; Desk Ltd, company 09337781, phone +44 20 7946 0612</div></div>"""
        ),
        EN,
        ["8841", "09337781", "7946", "0612"],
    )
    yield (
        "UN office: sidebar of facts about the office, resources, share",
        doc(
            f"""<div class="layout"><header class="site-header"><div class="emergency">48 offices in 33 countries</div></header><main><div class="hero"><h1>{T}</h1></div><div class="two-col"><div class="text">{p(A)}<h2>Equipment</h2>{p(B)}<div class="call-to-action"><p>Give today: $25 feeds a family for 9 days</p><a href="/donate">Donate</a></div>{p(C)}</div><div class="side"><div class="card"><h3>Resources</h3><ul><li>{a("Monthly update 62 (PDF, 1.8 MB)", "/f.pdf")}</li></ul></div><div class="card"><h3>Media contacts</h3><p>Press line: +41 22 917 94 10</p></div></div></div></main><section class="related-news"><h2>Latest</h2><div class="card"><h3>{a("Clinic treats 1,915 patients")}</h3></div></section></div>"""
        ),
        EN,
        ["48", "33", "25", "9", "62", "1.8", "917", "1,915"],
    )


def soups() -> Iterator[Page]:
    yield (
        "div soup of hashed names: nothing but divs, spans and order",
        doc(
            f"""<div class="x1a"><div class="x2b"><div class="x9"><span>Morning</span><span>+11</span><span>97.24</span></div><div class="x3c"><div class="x4d">{a("Home", "/")}</div><div class="x4d">{a("Cup 2024", "/c/")}</div></div></div><div class="x5e"><div class="x6f"><div class="x7g">{T}</div><div class="x8h"><div class="k1">{A}</div><div class="k1">{B}</div><div class="k1">{C}</div></div><div class="m2"><span class="m3">618</span><span class="m3">92</span></div></div><div class="x6f2"><div class="q1">{a("<div>Farm raises 2,470 geese</div>")}</div><div class="q1">{a("<div>Boat with 39 guests returns</div>")}</div><div class="q1">{a("<div>Tower of 212 metres planned</div>")}</div></div></div><div class="zz">Desk Media Group, reg. 5598120</div></div>"""
        ),
        EN,
        ["11", "97.24", "618", "92", "2,470", "39", "212", "5598120"],
    )
    yield (
        "utility classes: grid of cards after the text, sticky share bar",
        doc(
            f"""<div class="min-h-screen bg-white"><div class="sticky top-0 flex"><div class="text-xs">{a("Watch 24/7", "/w/")}</div></div><div class="mx-auto max-w-3xl px-4"><h1 class="text-3xl font-bold">{T}</h1><div class="flex gap-2 text-gray-500 text-sm"><span>17 Oct 2024</span><span>7 min</span><span>1,344 reads</span></div><div class="prose mt-6">{p(A, B)}<div class="my-6 rounded-xl border p-4 bg-gray-50"><div class="text-sm font-semibold">From the archive</div>{a("Village of 64 houses moves uphill", cls="block")}<div class="text-sm">Why its people had to go, and what the move cost them over three winters.</div></div>{p(C)}</div></div><div class="grid grid-cols-3 gap-4"><div class="rounded-lg shadow"><div class="p-4"><div class="font-bold">{a("Lake loses 870 litres a second")}</div><div class="text-sm">Engineers look for the leak with divers and dye since Monday.</div></div></div><div class="rounded-lg shadow"><div class="p-4"><div class="font-bold">{a("Choir of 133 sings at dawn")}</div></div></div></div><div class="bg-gray-900 text-white p-8"><div>Call the desk: 0800 55 0177</div></div></div>"""
        ),
        EN,
        ["7", "1,344", "64", "870", "133", "0800", "0177"],
    )
    yield (
        "single-page app: story in data attributes, widgets by custom elements",
        doc(
            f"""<app-root><app-header><app-nav><ul><li>{a("Radio 4.8", "/r/")}</li></ul></app-nav><app-ticker><span>Index 2,915.4</span></app-ticker></app-header><router-outlet></router-outlet><app-article><section class="article"><h1>{T}</h1><app-meta><span>17.10.2024</span><span>Views: 6,027</span></app-meta><div class="article-text">{p(A, B)}<app-inline-banner><p>Win one of 15 phones</p></app-inline-banner>{p(C)}</div><app-reactions><button>👍 354</button><button>👎 27</button></app-reactions></section><app-related><h3>You may like</h3><app-card><a href="/x"><h4>Herd of 1,230 deer counted</h4><p>Rangers used drones and patience for the count this year.</p></a></app-card></app-related><app-comments><div class="c"><b>Ivy</b><p>There were 5,511 in the last war too, as my grandfather used to say at table.</p></div></app-comments></app-article><app-footer><p>Edition 771</p></app-footer></app-root>"""
        ),
        EN,
        ["4.8", "2,915.4", "6,027", "15", "354", "27", "1,230", "5,511", "771"],
    )
    yield (
        "text marked by schema.org, everything else without names",
        doc(
            f"""<div><div>{a("Start", "/")} {a("Numbers of 2023", "/n/")}</div><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{UT}</h1><meta itemprop="datePublished" content="2024-10-17T08:20:00+03:00"><div itemprop="articleBody">{p(UA, UB, UC)}</div><div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Автор</span><span itemprop="description">Кореспондент, 21 рік у професії, лауреат 3 премій.</span></div></div><div><p>Тим часом садівники області виростили 4760 кілограмів полуниці під плівкою, пишуть колеги.</p><p>А у зоопарку народилося 13 фламінго, і їх уже можна побачити щодня.</p></div><div>Шукаємо журналістів, платимо 31 500 на місяць</div></div>""",
            "uk",
        ),
        UK,
        ["2023", "21", "3", "4760", "13", "31 500"],
    )
    yield (
        "story between equal articles of one feed",
        doc(
            f"""<main class="feed"><article class="card full"><h1>{RT}</h1>{p(RA, RB, RC)}</article><article class="card"><h2>{a("Рыбаки вернулись с уловом")}</h2><p>Они привезли 3720 килограммов трески и обещали выйти в море снова.</p></article><article class="card"><h2>{a("Школьники собрали макулатуру")}</h2><p>Вышло 845 килограммов, и класс поедет на экскурсию в столицу весной.</p></article></main>""",
            "ru",
        ),
        RU,
        ["3720", "845"],
    )
    yield (
        "photo story: own captions beside captions of a gallery of others",
        doc(
            f"""<div class="wrap"><article class="photo-story"><h1>{T}</h1>{p(A)}<figure><img alt=""><figcaption>One of 14 wrecks on the road, Wednesday</figcaption></figure>{p(B)}<figure><img alt=""><figcaption>A crew with its gun; it has fired 600 rounds this week</figcaption></figure>{p(C)}</article><section class="galleries"><h2>More photos</h2><figure>{a("<img alt=''>")}<figcaption>{a("The market sells 2,050 pumpkins")}</figcaption></figure><figure>{a("<img alt=''>")}<figcaption>{a("Skaters of 29 nations")}</figcaption></figure></section></div>"""
        ),
        [*EN, "14", "600"],
        ["2,050", "29"],
    )


def pages() -> Iterator[Page]:
    for some in (
        wordpress,
        drupal_bitrix_and_others,
        broadcasters_and_papers,
        platforms,
        official,
        soups,
    ):
        yield from some()
