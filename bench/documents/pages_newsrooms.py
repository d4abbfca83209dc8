"""Pages as newsrooms with systems of their own make them: national papers, stations, agencies.

Thirty-two, from memory of how such templates are built, each with what stands round its story in
the words of such sites. Written and committed before the first run. All words and figures are our
own; see ``page_marks.py`` for the marks.
"""

from collections.abc import Iterator

from page_marks import Page, Story, page

E1 = Story("en", "Kyiv reports heaviest day of fighting since spring", {
    "A": "Ukraine's General Staff said Russia had lost 1,340 soldiers over the past day, bringing its count for the whole war to 986,200.",
    "B": "It also listed 6 destroyed tanks, 14 armoured vehicles and 52 artillery systems.",
    "C": "Russia's Defence Ministry claimed that Ukraine had lost up to 385 troops on the northern axis. Neither claim could be independently verified.",
    "D": "\"We counted 77 assaults between dawn and dusk,\" a brigade's spokesman told reporters near the town.",
    "E": "In the border region a drone killed 3 people and wounded 17, the regional head wrote.",
})  # fmt: skip
E2 = Story("en", "Strike on rail depot kills eleven, officials say", {
    "A": "At least 11 people were killed and 46 were injured when two missiles struck a rail depot overnight, emergency services said on Friday.",
    "B": "Rescuers pulled 8 survivors from the rubble of a workshop. A further 5 workers are missing.",
    "C": "The air force said it had shot down 61 of 88 drones and 4 of 9 missiles launched during the night.",
    "D": "Moscow said its forces had hit an ammunition train and that \"up to 130 servicemen\" had been killed, a claim Kyiv called false.",
    "E": "The blast damaged 23 wagons and 2 locomotives, the railway said.",
})  # fmt: skip
U1 = Story("uk", "Генштаб оновив дані про втрати ворога", {
    "A": "За минулу добу російська армія втратила 1180 військових, загальні втрати з початку повномасштабного вторгнення становлять близько 991 340 осіб.",
    "B": "Також Сили оборони знищили 7 танків, 19 бойових броньованих машин і 44 артилерійські системи.",
    "C": "За даними Міноборони РФ, українська сторона нібито втратила понад 410 військових; підтвердити це неможливо.",
    "D": "«На нашому напрямку було 63 атаки, ворог лишив на полі 28 тіл», — розповів речник бригади.",
    "E": "На Сумщині внаслідок удару дрона загинули 2 людини, ще 13 дістали поранення.",
})  # fmt: skip
U2 = Story("uk", "Росіяни вдарили по депо: є загиблі", {
    "A": "Унаслідок нічного удару по залізничному депо загинули 11 людей, 46 поранено, повідомили в ДСНС.",
    "B": "З-під завалів майстерні дістали 8 людей, ще 5 працівників вважають зниклими безвісти.",
    "C": "Повітряні сили збили 61 із 88 дронів та 4 із 9 ракет.",
    "D": "У Міноборони РФ заявили, що влучили в ешелон і вбили «до 130 військових»; у Києві це назвали брехнею.",
    "E": "Пошкоджено 23 вагони та 2 локомотиви, зазначили на залізниці.",
})  # fmt: skip
R1 = Story("ru", "Генштаб ВСУ назвал потери за сутки", {
    "A": "За минувшие сутки российская армия потеряла 1180 военных, общие потери с начала полномасштабного вторжения составили около 991 340 человек.",
    "B": "Кроме того, уничтожены 7 танков, 19 боевых бронированных машин и 44 артиллерийские системы.",
    "C": "Минобороны РФ сообщило, что украинская сторона потеряла более 410 военных; подтвердить это невозможно.",
    "D": "«На нашем участке было 63 атаки, противник оставил на поле 28 тел», — рассказал представитель бригады.",
    "E": "В приграничном районе при ударе беспилотника погибли 2 человека, ещё 13 ранены.",
})  # fmt: skip
R2 = Story("ru", "Удар по депо: число жертв выросло", {
    "A": "В результате ночного удара по железнодорожному депо погибли 11 человек, 46 ранены, сообщили спасатели.",
    "B": "Из-под завалов мастерской достали 8 человек, ещё 5 рабочих считаются пропавшими без вести.",
    "C": "Воздушные силы заявили, что сбили 61 из 88 беспилотников и 4 из 9 ракет.",
    "D": "В Минобороны РФ заявили, что поразили эшелон и уничтожили «до 130 военнослужащих»; в Киеве это назвали ложью.",
    "E": "Повреждены 23 вагона и 2 локомотива, уточнили на железной дороге.",
})  # fmt: skip


def english() -> Iterator[Page]:
    """Papers, stations and agencies that write English."""
    yield page(
        "public broadcaster with component ids and a links block",
        E1,
        """<div id="__next"><header role="banner"><nav aria-label="BC"><ul><li><a href="/news"><span>Home</span></a></li><li><a href="/news/war"><span>War in Ukraine</span></a></li></ul></nav></header>
<main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper e1nh2i2l5"><div data-component="headline-block" class="ssrcss-k17ofw"><h1 id="main-heading" class="ssrcss-1s9pby4-Heading">$T</h1></div>
<div data-component="byline-block"><div class="ssrcss-h3c0s8-ByLineBlock"><span>3 hours ago</span><div class="ssrcss-TextContributorName">By a correspondent</div><div class="ssrcss-TextContributorTitle">Reporting from Kyiv</div></div></div>
<div data-component="image-block"><figure><span>PA Media</span><figcaption class="ssrcss-Caption"><span class="visually-hidden">Image caption, </span>One of ^12^ burnt-out vehicles shown by the brigade</figcaption></figure></div>
<div data-component="text-block" class="ssrcss-uf6wea-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-Paragraph"><b class="ssrcss-hmf8ql">$A</b></p></div></div>
<div data-component="text-block" class="ssrcss-uf6wea-RichTextComponentWrapper"><p class="ssrcss-Paragraph">$B</p></div>
<div data-component="links-block" class="ssrcss-13nu8ri"><div class="ssrcss-LinksBlock"><ul role="list"><li><a href="/news/1">What ~900~ days of war have cost</a></li><li><a href="/news/2">Why ~40,000~ soldiers deserted in a year</a></li></ul></div></div>
<div data-component="text-block"><p class="ssrcss-Paragraph">$C</p></div><div data-component="text-block"><p class="ssrcss-Paragraph">$D</p></div>
<div data-component="media-block"><figure><div class="ssrcss-SMPPlaceholder"><span>This video can not be played</span><span>To play this video you need to enable JavaScript in your browser.</span><span class="duration">~01:47~</span></div><figcaption>Watch: The moment ~3~ bridges fell last year</figcaption></figure></div>
<div data-component="text-block"><p>$E</p></div>
<div data-component="topic-list"><h2>Related topics</h2><ul><li><a href="/t/1">Ukraine</a></li><li><a href="/t/2">Russia</a></li></ul></div></article>
<section data-component="related-internet-links"><h2>More on this story</h2><ol><li><div class="promo"><a href="/n/3"><p class="ssrcss-PromoHeadline">Missile kills ~21~ in market town</p></a><ul><li><span>Published</span><span>2 days ago</span></li></ul></div></li></ol></section>
<div data-component="mostRead"><h2>Most read</h2><ol><li><span>~1~</span><a href="/n/4">Man, ~94~, climbs church tower</a></li></ol></div></main>
<footer><p>Copyright © ~2025~. The broadcaster is not responsible for the content of external sites.</p></footer></div>""",
    )
    yield page(
        "liberal daily: islands, rich links, epic of contributions",
        E2,
        """<div id="bannerandheader"><gu-island name="TopBar"><div class="dcr-1a2b">Support us. Print subscriptions from ~£3.20~</div></gu-island></div>
<main data-layout="StandardLayout"><article class="dcr-ea1ds8"><div data-gu-name="headline"><h1 class="dcr-u0152o">$T</h1></div><div data-gu-name="standfirst"><p>Dead include railway workers at the end of a night shift; air force says most drones downed</p></div>
<div data-gu-name="meta"><address aria-label="Contributor info">Our reporter in <span>Kyiv</span></address><details class="dcr-eb59kw"><summary>Fri 14 Mar 2025 09.12 CET</summary>First published on Fri 14 Mar 2025 06.40 CET</details><gu-island name="ShareCount"><div class="dcr-17ng9g"><span aria-hidden="true">~2,310~</span></div></gu-island><gu-island name="CommentCount"><span>~418~</span></gu-island></div>
<div data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector"><p class="dcr-1eu361v">$A</p><p class="dcr-1eu361v">$B</p>
<figure class="dcr-173mewl"><gu-island name="RichLinkComponent"><div data-component="rich-link" class="dcr-1mfia18"><a href="/world/2025/x"><div class="dcr-4jlaor"><div>Drones over the port: night that cost ~70~ lives</div></div></a><div>Read more</div></div></gu-island></figure>
<p class="dcr-1eu361v">$C</p><gu-island name="EmailSignup"><aside><h4>Sign up to First Edition</h4><p>Our morning email breaks down the key stories of the day. More than ~850,000~ readers get it.</p></aside></gu-island><p>$D</p><p>$E</p></div></div></article>
<div id="slot-body-end"><gu-island name="SlotBodyEnd"><div class="dcr-epic"><p>We hope you appreciated this article. Before you move on, we wanted to ask: will you be one of the ~1.3m~ readers who fund our reporting in ~180~ countries?</p><p>Whatever you give, it takes less than ~2~ minutes.</p></div></gu-island></div>
<gu-island name="MostViewedFooterData"><section><h2>Most viewed</h2><ol><li><a href="/1"><span>~15~ best spring walks</span></a></li></ol></section></gu-island></main>
<footer><ul><li>© 2025 News Media Limited or its affiliated companies. All rights reserved. (dcr)</li><li>Registered ~908396~</li></ul></footer>""",
    )
    yield page(
        "American paper: body companion columns, free-newsletter card, recirculation",
        E1,
        """<div id="app"><header class="css-1bymuyk"><section class="css-1waixk9"><span>SUBSCRIBE FOR $~0.50~/WEEK</span></section></header><main id="site-content"><article id="story" class="css-1vxca1d">
<header class="css-1vkm6nb"><h1 id="link-3c" class="css-1l8buln" data-testid="headline">$T</h1><p id="article-summary" class="css-1n0orw4">Both sides gave figures that could not be checked.</p><div class="css-18e8msd"><div class="css-1ubp8k9"><span>Listen to this article · ~6:38~ min</span><a href="/learn">Learn more</a></div></div></header>
<section name="articleBody" class="meteredContent css-1r7ky0e"><div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-0"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">$A</p><p class="css-at9mc1 evys1bk0">$B</p></div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>
<div data-testid="Dropzone-1"></div><div class="css-79elbk" data-testid="imageblock-wrapper"><figure class="img-sz-medium" aria-label="media"><figcaption class="css-1g9ic6e"><span class="css-jevhma">The crew of a howitzer that has fired ^600^ shells this month.</span><span class="css-1u46b97"><span class="css-1ly73wi">Credit...</span><span>Our photographer</span></span></figcaption></figure></div>
<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">$C</p><div class="css-4ukw2k" data-testid="newsletter-promo"><h2>Want to stay updated on what's happening in Ukraine?</h2><p>Sign up for Your Places: Global Update, and we'll send our latest coverage to your inbox, up to ~3~ times a week.</p></div><p class="css-at9mc1 evys1bk0">$D</p><p class="css-at9mc1 evys1bk0">$E</p></div></div></section>
<div class="bottom-of-article"><div class="css-1ubnuvo"><p>Our reporter has covered wars for ~16~ years.</p></div><div><div class="css-vsuiox"><a href="/c">See more on:</a></div></div></div>
<section id="styln-guide" class="css-1wd20is"><h2>Our Coverage of the War in Ukraine</h2><ul><li><p><strong>Deserters</strong>: The army is offering amnesty to ~100,000~ men who left their units.</p></li><li><p><strong>Frozen Assets</strong>: Europe weighs what to do with ~$300~ billion held in banks.</p></li></ul></section></article>
<section class="css-1h8hmjb" id="recirculation"><h2>Related Content</h2><ol><li><a href="/r1"><article><h3>Where ~44~ Villages Once Stood</h3><div>Photographer for the paper</div></article></a></li></ol></section></main></div>""",
    )
    yield page(
        "cable network: inline placeholders, related content, gallery, video list",
        E2,
        """<header class="header__wrapper-outer"><nav><a href="/markets">Markets</a></nav><div class="fear-greed">Fear &amp; Greed Index <span>~38~</span></div></header>
<section class="layout__wrapper layout-with-rail__wrapper"><section class="layout__top"><div class="headline headline--has-lowertext"><h1 class="headline__text inline-placeholder vossi-headline-text" data-editable="headlineText">$T</h1><div class="headline__sub-text"><div class="byline__names">By our staff</div><div class="timestamp vossi-timestamp">Updated 9:41 AM EDT</div><div class="headline__sub-description">~4~ minute read</div></div></div></section>
<section class="layout__main"><article class="article" role="main"><main class="article__main"><div class="article__content" data-editable="content"><cite class="source__cite"><span class="source__location">Kyiv</span> — </cite>
<p class="paragraph inline-placeholder vossi-paragraph" data-component-name="paragraph">$A</p><p class="paragraph inline-placeholder vossi-paragraph">$B</p>
<div class="related-content related-content--article" data-component-name="related-content"><a class="related-content__link" href="/x"><div class="related-content__image"></div><div class="related-content__headline"><p class="related-content__label">Related article</p><span class="related-content__headline-text">Drone factory workers, some aged ~15~, tell their story</span></div></a></div>
<p class="paragraph inline-placeholder">$C</p><div class="video-inline" data-component-name="video-resource"><div class="video-resource__label">Video</div><div class="video-resource__headline">Fire burns after ~200~ drones cross border</div><div class="video-resource__time">~2:14~</div><div>- Source: the network</div></div>
<p class="paragraph inline-placeholder">$D</p><div class="gallery-inline"><div class="gallery-inline__count"><span>1 of ~37~</span></div></div><p class="paragraph">$E</p></div></main></article></section>
<section class="layout__rail"><div class="container container_list-headlines"><h2 class="container__title">More from Europe</h2><ul><li class="card" data-link-type="article" data-open-link="/e1"><span class="container__headline-text">Storm leaves ~1.2~ million without power</span></li><li class="card" data-open-link="/e2"><span class="container__headline-text">Court fines airline over ~9,000~ late flights</span></li></ul></div></section></section>""",
    )
    yield page(
        "American agency: rich text body, page list enhancement, hub peek",
        E1,
        """<div class="Page-content"><bsp-header><div class="Page-header-trending">Trending: <span>~64~-team bracket</span></div></bsp-header><main class="Page-main"><div class="Page-twoColumn"><h1 class="Page-headline">$T</h1>
<div class="Page-byline"><div class="Page-dateModified"><bsp-timestamp data-timestamp="1741900000"><span>Updated 4:31 PM GMT+2, March 14</span></bsp-timestamp></div><div class="Page-actions"><bsp-copy-link>Copy</bsp-copy-link><button>Share</button></div></div>
<bsp-story-page class="Page-storyBody gtmMainScrollContent"><div class="RichTextStoryBody RichTextBody"><p>KYIV, Ukraine — $A</p><p>$B</p>
<div class="Enhancement" data-align-center><div class="Enhancement-item"><div class="HTMLModuleEnhancement"><b>Sign up for our daily newsletter:</b> the world in ~5~ minutes.</div></div></div><p>$C</p>
<div class="Enhancement"><div class="PageListEnhancementGeneric"><div class="PageListEnhancementGeneric-header"><div class="PageListEnhancementGeneric-title">Related Stories</div></div><div class="PageListEnhancementGeneric-items"><div class="PageList-items-item"><div class="PagePromo"><div class="PagePromo-title"><a class="Link" href="/a1"><span class="PagePromoContentIcons-text">Swap frees ~175~ prisoners on each side</span></a></div><div class="PagePromo-duration">~3~ MIN READ</div><div class="Comments"><span>~112~</span></div></div></div></div></div></div>
<p>$D</p><p>$E</p><p>___</p><p>Follow our coverage at the hub on the war</p></div></bsp-story-page></div>
<div class="Page-below"><div class="PageListRightRailA"><h2>Most read</h2><div class="PagePromo-title"><a href="/b"><span>Lottery ticket worth ~$1.1~ billion sold at garage</span></a></div></div></div></main><footer class="Page-footer"><p>Founded in ~1846~, the agency today remains the most trusted source of fast news. More than half the world's population sees our journalism every day, in ~97~ countries.</p></footer></div>""",
    )
    yield page(
        "world agency: data-testid paragraphs, sign-up, suggested topics, trust line",
        E2,
        """<div id="fusion-app"><header data-testid="SiteHeader"><div data-testid="MarketTicker"><span>S&amp;P 500</span><span>~5,614.20~</span><span>+~0.8~%</span></div></header><main><article data-testid="Article"><div class="article-header__wrapper__2fOf9"><h1 data-testid="Heading" class="text__text__1FZLe">$T</h1><div class="info-content__author-date__1Epi_"><div>By staff</div><time datetime="2025-03-14T07:31:00Z"><span>March 14, 2025</span><span>7:31 AM UTC</span><span>Updated ~41~ mins ago</span></time></div></div>
<div class="article-body__wrapper__3IxHM"><div class="article-body__content__17Yit"><div data-testid="SummaryList" class="article__summary"><h2>Summary</h2><ul><li>Missiles hit rail depot, killing ^11^</li><li>Moscow says it hit ammunition train</li></ul></div><div data-testid="paragraph-0" class="text__text__1FZLe text__dark-grey__3Ml43">March 14 - $A</div><div data-testid="paragraph-1" class="text__text__1FZLe">$B</div>
<div data-testid="ContextWidget"><p data-testid="Body">The daily briefing provides all the news you need to start your day. Read by ~1.4~ million people. Sign up here.</p></div>
<div data-testid="paragraph-2" class="text__text__1FZLe">$C</div><div data-testid="paragraph-3" class="text__text__1FZLe">$D</div><div data-testid="paragraph-4" class="text__text__1FZLe">$E</div>
<div class="article-gallery"><div data-testid="GalleryPreview"><span>Item 1 of ~6~</span> <span>A rescuer stands by a wagon, one of ^23^ that burnt. Photographer/Handout</span></div></div>
<p data-testid="SignOff">Reporting by our bureau; Editing by the desk</p><p data-testid="TrustLine">Our Standards: The Trust Principles.</p><div data-testid="ArticleTags"><h3>Suggested Topics:</h3><ul><li><a href="/w">World</a></li></ul></div></div></div></article>
<div data-testid="ReadNext"><h2>Read Next</h2><ul><li data-testid="StoryCard"><span>Europe</span> <span>category</span><h3 data-testid="Heading">Germany to buy ~25~ more jets, sources say</h3><time>March 13, 2025</time></li></ul></div></main></div>""",
    )
    yield page(
        "Gulf broadcaster: list of items for screen readers inside the body",
        E1,
        """<div class="container"><div class="header-ticker"><span>BREAKING</span> Talks end after ~11~ hours</div><main id="featured-news-container"><article><div id="main-content-area" class="article-header"><h1>$T</h1><p class="article__subhead"><em>Neither side's figures can be verified as fighting rages in the east.</em></p><div class="date-simple"><span class="screen-reader-text">Published On 14 Mar 2025</span><span aria-hidden="true">14 Mar 2025</span></div></div>
<div class="wysiwyg wysiwyg--all-content css-ibbk12" aria-live="polite"><p>$A</p><p>$B</p><div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 4 items</span><ul class="more-on__list"><li class="more-on__item"><span class="screen-reader-text">list 1 of 4</span><a href="/n/1"><h3>Photos: Village of ~30~ waits for the thaw</h3></a></li><li><span class="screen-reader-text">list 2 of 4</span><a href="/n/2"><h3>Who are the ~7~ generals dismissed?</h3></a></li></ul><span class="screen-reader-text">end of list</span></div>
<p>$C</p><div class="container--ads"><span>Advertisement</span></div><h2 id="what">What happens next?</h2><p>$D</p><div class="newsletter-slot"><p>Sign up. Join ~800,000~ subscribers for the week's best reads.</p></div><p>$E</p></div></article></main></div>""",
    )
    yield page(
        "commercial broadcaster: related lines in bold capitals, app and newsletter lines",
        E2,
        """<main class="ui-layout" id="main"><div class="sdc-article-header"><h1 class="sdc-article-header__title"><span class="sdc-article-header__long-title">$T</span></h1><p class="sdc-article-header__sub-title">Rescuers have been working through the night.</p><p class="sdc-article-date"><span>Friday 14 March 2025 08:10, UK</span></p></div>
<div class="sdc-article-body sdc-article-body--lead"><p>$A</p><p>$B</p><p><strong>Read more:</strong><br><a href="/story/1">How ~63~ tunnels keep a city alive</a><br><a href="/story/2">PM: We will send ~5,000~ missiles</a></p>
<div class="sdc-site-video"><div class="sdc-article-video__poster">Please use a browser that supports video</div><div>~1:52~</div></div><p>$C</p><div class="sdc-article-widget"><div class="callout callout-truncate"><p>Be the first to get Breaking News. Install the app for free, rated ~4.7~ by users.</p></div></div><p>$D</p><p><em><strong>Our Daily podcast: ~20~ minutes on the story of the day, wherever you get your podcasts.</strong></em></p><p>$E</p></div>
<div class="sdc-article-tags"><h2>Related Topics</h2><ul><li><a href="/t">Ukraine</a></li></ul></div><div class="site-trending"><h2>Trending</h2><ol><li>Ferry with ~310~ on board runs aground</li></ol></div></main>""",
    )
    yield page(
        "English daily of Kyiv: membership callout, key figures, related box, most read",
        E1,
        """<div class="c-layout"><div class="c-topline"><span>War in Ukraine</span><span>day ~1,114~</span></div><main class="c-main"><article class="c-article post tag-war"><h1 class="c-article__title">$T</h1><div class="c-meta"><span>March 14, 2025 10:02 am</span><span>(Updated: March 14, 2025 1:40 pm)</span><span class="c-meta__read">~3~ min read</span></div><figure class="kg-card kg-image-card"><figcaption>Soldiers of a brigade that lost ^9^ vehicles this week. (Press service)</figcaption></figure>
<div class="c-content"><p>$A</p><p>$B</p><div class="kg-card kg-callout-card kg-callout-card-grey"><div class="kg-callout-emoji">🎯</div><div class="kg-callout-text"><b>Help us stay independent.</b> ~21,600~ members fund this newsroom; our goal is ~25,000~ by June.</div></div><p>$C</p>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Ukraine loses ~480~ square kilometers in winter, analysts say</div><div class="kg-bookmark-description">The advance was the slowest in ~8~ months, according to a tally of maps.</div><div class="kg-bookmark-metadata"><span class="kg-bookmark-author">The paper</span></div></div></a></figure><p>$D</p><p>$E</p></div>
<div class="c-author"><p>Reporter. Before joining in ~2022~ she edited a weekly in Lviv.</p></div></article><div class="c-news-feed"><h3>News Feed</h3><ul><li><time>1:15 PM</time><p>Explosion at refinery ~600~ km from border.</p></li><li><time>12:48 PM</time><p>Poland scrambles jets as ~18~ drones enter airspace.</p></li></ul></div></main></div>""",
    )
    yield page(
        "weekly news magazine: fairness meter, newsletter box, reactions",
        E2,
        """<div id="block-main"><div class="breaking">Breaking: ~17~ states sue over tariffs</div><main><h1 class="title">$T</h1><div class="author-head"><span>By a deputy editor</span><span class="comments-count">~34~</span></div>
<div class="article-body v_text paywall" itemprop="articleBody"><p>$A</p><h2>Why It Matters</h2><p>$B</p><h2>What To Know</h2><p>$C</p><div class="embed-newsletter"><h3>Join the daily bulletin</h3><p>One email, every morning, with what ~50~ editors read first.</p></div><p>$D</p><h2>What Happens Next</h2><p>$E</p>
<p><strong>Do you have a story we should be covering? Do you have any questions about this article? Contact LiveNews@example.org.</strong></p></div>
<div class="fairness"><h4>Is This Article Fair?</h4><p>Our readers rated it ~82~% fair</p><button>Click on meter to vote</button></div><div class="aboutwriter"><p><b>About the writer</b></p><p>He has worked at the magazine since ~2019~ and previously was for ~5~ years with a daily.</p></div>
<div class="recommended"><div class="card"><h5>Nurse finds ~$22,000~ in attic</h5><span>Mar 13, 2025 at 02:00 PM EDT</span></div></div></main></div>""",
    )
    yield page(
        "German broadcaster in English: skip links between sections, teaser of video, related topics",
        E1,
        """<div id="root"><main><article><header class="c1"><h1>$T</h1><span class="author-details">with agencies</span><p class="teaser-text">Kyiv and Moscow have published figures that contradict each other.</p></header><div class="share">Send</div>
<div class="rich-text s1y2"><p>$A</p><p>$B</p><div class="embed vjs-wrapper"><p>To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video</p></div><figure class="vid"><figcaption>Ukraine: Town of ~6,200~ under fire — <span>~02:31~</span></figcaption></figure><h2>What did Moscow say?</h2><p>$C</p><p>$D</p><p>$E</p><p><em>Edited by: the desk</em></p></div></article>
<section><a class="skip" href="#next">Skip next section Explore more</a><h2>Explore more</h2><div class="teaser-wrap"><div class="teaser"><h3><a href="/en/1">Ukraine updates: ~4~ dead after attack on port</a></h3><p>Dozens of drones were launched overnight. Follow for more.</p><span>Conflicts</span><time>13 hours ago</time></div></div></section><section><h2>Top story</h2><div class="teaser"><h3><a href="/en/2">Coalition agrees on ~€500~ billion fund</a></h3></div></section></main><footer>© ~2025~ Broadcaster</footer></div>""",
    )


def ukrainian() -> Iterator[Page]:
    """Sites that write Ukrainian."""
    yield page(
        "national online paper: post text, views, promo of a club, block of the section",
        U1,
        """<div class="header_fund"><span>~1114~ день війни</span></div><div class="layout"><main class="layout_main"><article class="post"><header class="post_header"><h1 class="post_title">$T</h1><div class="post_time"><span class="post_author"><a href="/authors/1/">Редактор</a></span> — п'ятниця, 14 березня 2025, 08:15</div><div class="post_views"><i></i>~48210~</div></header>
<div class="post_photo"><div class="post_photo_author">фото: Генштаб</div></div><div class="post_text" data-io-article-url="x"><p><strong>$A</strong></p><p><strong>Джерело: </strong>Генштаб ЗСУ у Facebook</p><p><strong>Деталі</strong>: $B</p><div class="post_club"><p>Спільнота видання налічує ~14300~ людей. Приєднуйтесь.</p></div><p>$C</p><p><strong>Пряма мова: </strong>$D</p><div class="read-also"><p><strong>Читайте також: </strong><a href="/n/2">Як ~350~ добровольців тримали місто</a></p></div><p>$E</p></div>
<div class="post_tags"><span><a href="/tags/1/">війна</a></span></div><a href="/orphus" class="post_orphus">Повідомити про помилку, текст, який буде надіслано нашим редакторам:</a></article>
<section class="block_related"><h3>Росія-Україна</h3><div class="article_news_list"><div class="article_time">12:40</div><div class="article_header"><a href="/n/3">На кордоні затримали ~19~ ухилянтів</a></div></div></section></main>
<aside class="layout_sidebar"><div class="block_news_all"><div class="article_time">13:02</div><a href="/n/4">МВФ дасть ~400~ мільйонів</a></div></aside></div>""",
    )
    yield page(
        "state agency: news line, read also inside, reprint notice, agency's licence",
        U2,
        """<div id="wrapper"><header id="header"><div class="headerLine"><span class="weather">Київ ~+7°~</span></div></header><main class="central"><div class="leftCol"><article class="news"><figure class="newsImage"></figure><div class="newsViews">~612~</div><header><h1 class="newsTitle">$T</h1><div class="newsMetaBox"><time class="newsDate" datetime="2025-03-14">14.03.2025 09:05</time><div class="newsPublisher">Агенція</div></div></header>
<div class="newsText"><div class="newsHeading">$A</div><div><p>$B</p><p>$C</p><section class="read"><a class="readMore" href="/r/1"><span>Читайте також:</span> Росія випустила по Україні ~1300~ бомб за тиждень</a></section><p>$D</p><p>$E</p><p><em>Фото: ДСНС</em></p></div></div>
<div class="newsFooterMsg">При цитуванні і використанні будь-яких матеріалів в інтернеті відкриті для пошукових систем гіперпосилання не нижче першого абзацу обов'язкові. Рішення про реєстрацію ідентифікатор медіа — R~40-01421~.</div><aside class="tags"><div><a class="tag" href="/tag">Втрати</a></div></aside></article></div>
<div class="rightCol"><section class="newsLine"><h3>Агентство</h3><article><div class="time">10:44</div><div class="title">У Рівному відкрили дві нові школи</div></article><article><div class="time">10:31</div><div class="title">Нацбанк: курс на понеділок — ~41,52~</div></article></section></div></main></div>""",
    )
    yield page(
        "news agency by subscription: article-content, hot topic, latest interviews",
        U1,
        """<div class="wrap"><div class="grid article"><div class="col-23"><article class="article"><header><h1 class="article-title" itemprop="headline">$T</h1><div class="article-time"><i class="icon"></i>14.03.2025</div><div>09:12</div><div class="article-read">~1~ хв читання</div></header><div class="article-content" itemprop="articleBody"><p>$A</p><p>$B</p><p>$C</p><p>$D</p><p>$E</p></div><div class="article-tags"><span>#генштаб</span></div></article>
<div class="article-section"><h3 class="section-heading">ЗА ТЕМОЮ</h3><div class="grid"><div class="col-13"><span class="date">07:55 14.03.2025</span><h3><a href="/news/1.html">Екссолдат отримав ~18~ років за вбивство</a></h3></div></div></div><div class="article-section"><h3 class="section-heading">ОСТАННЄ</h3><div class="col-13"><h3><a href="/news/2.html">Експорт зріс на ~4,1~%</a></h3></div></div></div>
<div class="col-13 sidebar-box"><h3>Завантаження</h3><div class="banner">Реклама на сайті: +380 ~44 270 65 72~</div></div></div><footer><div class="copy">© ~1992–2025~ Агентство</div></footer></div>""",
    )
    yield page(
        "television site: c-article body, c-bar with views, card slider, vote for the text",
        U2,
        """<body class="p-article"><div class="c-ticker"><div class="c-ticker__item">Курс долара <b>~41.52~</b></div></div><main class="l-content"><article class="c-article"><header class="c-article__head"><h1 class="c-article__title"><span>$T</span></h1><dl class="c-bar c-bar--dense"><div class="c-bar__item"><dt class="c-bar__label">Дата публікації</dt><dd><time>14 березня, 09:15</time></dd></div><div><dt class="c-bar__label">Кількість переглядів</dt><dd class="i-views">~9,6~k</dd></div><div><dt>Коментарі</dt><dd>~37~</dd></div></dl></header>
<div class="c-article__lead"><p><strong>Кількість загиблих може зрости, рятувальники працюють.</strong></p></div><div class="c-article__body" data-content><p>$A</p><p>$B</p><div class="c-card c-card--embed" data-id="9"><h3 class="c-card__title"><a class="c-card__link" href="/x">Мати п'ятьох дітей зустріла чоловіка з полону</a></h3></div><p>$C</p><p>$D</p><p>$E</p><p><strong><a href="/t">Підписуйтесь на наш Telegram</a></strong></p></div>
<div class="c-vote"><div class="c-vote__title">Як вам стаття?</div><button>👍 ~120~</button><button>👎 ~18~</button></div></article><section class="c-section"><h2 class="c-section__title">Наступна публікація</h2><article class="c-card"><h3 class="c-card__title">Пенсія за ~30~ років стажу: хто отримає</h3><dl></dl></article></section></main></body>""",
    )
    yield page(
        "tabloid of general interest: newsfull, inline video, social call, bottom informer",
        U1,
        """<div id="page"><div class="container"><div class="newsFull"><h1 class="newsFull_header">$T</h1><div class="newsFull_meta"><span>Автор</span><span>Війна</span><span>14.03.2025 10:20</span><span>~3~ хвилини</span><span>~21,4~ т.</span></div><div class="newsFull_body"><div class="newsFull_text"><p>$A</p><h2>Що відомо</h2><p>$B</p><div class="inline-video"><span class="inline-video_title">Окупант розповів, як із ~100~ вижили троє</span><span>~0:58~</span></div><p>$C</p><p>$D</p><p><b>Раніше видання повідомляло</b>, що $E</p><p><i>Тільки <b>перевірена</b> інформація у нас у Telegram-каналі та Viber. Нас уже ~230~ тисяч!</i></p></div></div></div>
<div class="topNews"><div class="topNews_title">Топ за добу</div><div class="topNews_item"><span>Чому ціна на яйця впала на ~15~%</span></div></div><div class="informer"><span>USD</span><span>~41.52~</span><span>EUR</span><span>~45.06~</span></div></div></div>""",
    )
    yield page(
        "business news group: article with telegram subscription, sidebar of blogs, company card",
        U2,
        """<main class="site-main"><div class="article-wrap"><div class="article-main"><h1>$T</h1><div class="article-meta"><a href="/a">Журналіст</a><span>14.03.2025, 09:30</span><span title="перегляди">~1 984~</span></div><div class="article-content"><p class="lead">$A</p><p>$B</p><blockquote class="tg-sub"><p>Підпишіться на канал — там уже ~88 000~ підприємців</p></blockquote><p>$C</p><p>$D</p><ul><li>14 березня стало відомо, що $E</li></ul></div><div class="company"><div class="company-name">Залізниця</div><div class="company-row">Дата заснування <b>~1991~</b></div><div class="company-row">Працівників <b>~183 000~</b></div></div></div>
<div class="article-side"><h4>Блоги</h4><div class="blog"><div>Економіст</div><div>Чому ~7~% інфляції — не межа</div></div><h4>Вакансії</h4><div class="vac">Бухгалтер, від ~45 000~ грн</div></div></div></main>""",
    )
    yield page(
        "independent site with hashed styles: donation in the text, chronology of the topic, footnote of mistakes",
        U1,
        """<div class="sc-a1 kZxA"><div class="sc-b2 donate-line">Зібрано ~312 450~ з ~500 000~ ₴ на місяць</div><article class="sc-c3"><h1 class="sc-d4">$T</h1><div class="sc-e5"><div>Авторка</div><div>14 березня 2025, 10:10</div></div><div class="sc-f6"><p>$A</p><p>$B</p><div class="sc-g7"><div class="sc-h8">Ми існуємо завдяки читачам</div><div class="sc-i9">Від ~100~ гривень на місяць — і ви допомагаєте команді з ~26~ людей.</div><div class="sc-j0">Підтримати</div></div><p>$C</p><p>$D</p><ul><li>$E</li></ul></div></article>
<div class="sc-k1"><div class="sc-l2">Хронологія</div><div class="sc-m3"><div>13 березня</div><div>Генштаб: ворог втратив ~1 210~ військових</div></div><div class="sc-m3"><div>12 березня</div><div>Удар по Одесі: ~40~ загиблих</div></div></div></div>""",
    )
    yield page(
        "public broadcaster of the country: article body with cards, partner stories, quiz",
        U2,
        """<div class="page"><main class="c-content"><article class="c-article-content"><div class="c-article-content__header"><h1 class="c-article-content__headline">$T</h1><time>14 березня, 09:48</time><div class="views">Перегляди ~3312~</div></div><div class="c-article-content__body"><p>$A</p><p>$B</p><div class="c-article-content__bl--article c-card"><span class="c-card__label">Читайте ще</span><a href="/1">У громаді поховали ~16~ військових за тиждень</a></div><p>$C</p><p>$D</p><p>$E</p><p class="promo">Підписуйтеся на новини у WhatsApp, Telegram, YouTube: там ~640~ тисяч глядачів.</p></div></article><section class="c-recommended"><h2>Популярні новини</h2><div class="card"><time>вчора</time><p>Ріка піднялася на ~55~ см</p></div></section></main></div>""",
    )
    yield page(
        "military news portal: table of losses is the text's, donate jar and shop beside",
        U1,
        """<div class="td-wrap"><main><article><h1 class="entry-title">$T</h1><div class="post-info">Опубліковано: 14.03.2025 | Переглядів: ~5 120~</div><div class="entry"><p>$A</p><table class="loss-table"><tr><td>Танки</td><td>^10 351^</td><td>(+^7^)</td></tr><tr><td>ББМ</td><td>^21 533^</td><td>(+^19^)</td></tr><tr><td>Артсистеми</td><td>^24 761^</td><td>(+^44^)</td></tr></table><p>$C</p><p>$D</p><div class="jar"><p>Збираємо на ~15~ дронів для бригади</p><p>Накопичено ~187 300~ ₴</p><p>Ціль ~250 000~ ₴</p></div><p>$E</p></div></article></main><div class="shop"><div class="shop-item"><p>Футболка «Переможемо»</p><p>~890~ грн</p></div><div class="shop-item"><p>Шеврон</p><p>~150~ грн</p></div></div></div>""",
    )
    yield page(
        "old regional portal: news-full by ids, google informer, comments with ratings",
        U2,
        """<table width="100%"><tr><td colspan="3" id="hdr">Наше місто. Сьогодні 14 березня, населення ~262 000~</td></tr><tr><td id="lcol"><div class="mnu"><a href="/1">Афіша (~27~)</a></div></td><td id="ccol"><div id="news-full"><h1>$T</h1><div class="dt">14-03-2025, 09:55, переглядів: ~877~</div><div id="news-id-5512"><p>$A</p><p>$B</p><p>$C<br><br>$D</p><p>$E</p></div><div class="rate">Оцінка: ~4.6~ (голосів: ~29~)</div></div><div id="dle-comments-list"><div class="comm"><b>Петро</b> 14 березня 10:20<div>А я чув, що там ~60~ загиблих, просто не кажуть правду людям, як завжди у нас.</div><div>+~15~</div></div></div></td><td id="rcol"><div class="inf">Бензин А-95: ~56,90~ грн</div><div class="inf">Народились цього тижня: ~31~</div></td></tr></table>""",
    )


def russian() -> Iterator[Page]:
    """Sites that write Russian."""
    yield page(
        "state agency: article blocks by data-type, inline article, emoji counts, infinite floor",
        R1,
        """<div class="layout-article"><div class="layout-article__over"><div class="layout-article__main"><div class="article" data-published="2025-03-14"><div class="article__header"><div class="article__info"><div class="article__info-date"><a href="/20250314/">08:14 14.03.2025</a> <span class="article__info-date-modified">(обновлено: 08:40 14.03.2025)</span></div><div class="article__info-statistic"><div class="article__views"><span class="statistic__item">~15023~</span></div></div></div><h1 class="article__title">$T</h1><h2 class="article__second-title">Данные сторон расходятся</h2></div>
<div class="article__body js-mediator-article"><div class="article__block" data-type="text"><div class="article__text"><strong>КИЕВ, 14 мар — Агентство.</strong> $A</div></div><div class="article__block" data-type="text"><div class="article__text">$B</div></div><div class="article__block" data-type="article"><div class="article__article"><div class="article__article-title">ПВО за ночь сбила ~126~ беспилотников</div><div class="article__article-info">14 марта, 07:02</div></div></div><div class="article__block" data-type="text"><div class="article__text">$C</div></div><div class="article__block" data-type="quote"><div class="article__quote"><div class="article__quote-text">$D</div></div></div><div class="article__block" data-type="text"><div class="article__text">$E</div></div></div>
<div class="article__userbar"><div class="emoji"><span class="m-like">~201~</span><span class="m-sad">~64~</span></div></div></div></div></div>
<div class="floor floor_type_infinity"><div class="article"><h3>Самое интересное</h3><div class="cell-list__item"><span class="cell-list__item-title">Пенсионер нашёл клад в ~50~ монет</span><span class="cell-info__views">~80112~</span></div></div></div></div>""",
    )
    yield page(
        "second state agency: text content blocks, tags with hash, news by day at the side",
        R2,
        """<div id="news" class="app"><header><div class="rates"><span>ЦБ ¥ ~11,79~</span></div></header><main><div class="news-header"><div class="news-header__date"><span>14 марта, 09:20</span></div><h1 class="news-header__title">$T</h1><div class="news-header__lead">Спасатели продолжают разбор завалов</div></div><div class="text-content"><div class="text-block"><p>КИЕВ, 14 марта. /Корр. Агентства/. $A</p><p>$B</p></div><div class="text-include text-include-news"><div class="text-include__title">Читайте также</div><div class="text-include-news__title">Что известно о пожаре на складе в ~3000~ кв. м</div></div><div class="text-block"><p>$C</p><p>$D</p><h2>Ущерб</h2><p>$E</p></div></div><div class="tags">#Украина</div></main><aside class="column"><div class="column__title">Новости</div><div class="news-list"><div class="news-list__item"><span>09:31</span><span>Банк снизил ставку до ~19~%</span></div></div></aside><footer><div>Свидетельство о регистрации СМИ №~03247~ выдано 02 апреля 1999 г.</div></footer></div>""",
    )
    yield page(
        "portal with topic body: inline topic box, hint for error, card of popular with images",
        R1,
        """<div class="layout"><main class="topic-page"><div class="topic-page__header"><a class="topic-header__item topic-header__time" href="/2025/03/14/">09:05, 14 марта 2025</a></div><h1 class="topic-body__titles"><span class="topic-body__title">$T</span></h1><div class="topic-body__title-yandex">Потери сторон: что заявили в Киеве и Москве</div><figure class="picture__image"><div class="picture__caption">Военный у разбитой машины, одной из ^5^ на этом поле</div></figure>
<div class="topic-body__content"><p class="topic-body__content-text">$A</p><p class="topic-body__content-text">$B</p><div class="topic-body__inline-topics"><div class="box-inline-topic"><span class="box-inline-topic__tag">Материалы по теме:</span><a class="box-inline-topic__link" href="/a/"><h3 class="box-inline-topic__title">«За день нас осталось ~12~ из ~40~»</h3><span class="box-inline-topic__rightcol">Рассказ бойца о прорыве</span><time>7 марта 2025</time></a></div></div><p class="topic-body__content-text">$C</p><p class="topic-body__content-text">$D</p><p class="topic-body__content-text">$E</p></div>
<div class="topic-page__footer"><div class="comments-button">Обсудить <span>(~57~)</span></div></div></main><section class="longgrid"><div class="card-big"><span class="card-big__title">Врач назвал ~6~ признаков усталости</span></div></section></div>""",
    )
    yield page(
        "business daily: doc text paragraphs, incut of background, subscription line, authors",
        R2,
        """<body><div class="top_bar">Индекс МосБиржи <b>~3148,52~</b> <b>+~0,6~%</b></div><section class="grid"><div class="col col-large"><article class="doc js-article"><header class="doc_header"><div class="doc_header__publish"><time class="doc_header__publish_time">14.03.2025, 09:40</time></div><h1 class="doc_header__name">$T</h1><h2 class="doc_header__subheader">Под завалами остаются рабочие</h2></header><div class="doc__body article_text_wrapper"><p class="doc__text doc__intro">$A</p><p class="doc__text">$B</p><p class="doc__text">$C</p><div class="incut incut--right"><h3 class="incut__title">Контекст</h3><p class="incut__text">Это второй удар по депо: в январе там ранены ^14^ человек.</p></div><p class="doc__text">$D</p><p class="doc__text">$E</p><p class="doc__text document_authors">Корреспондент</p></div><div class="doc_footer"><div class="vk_count">~19~</div><p>Подписывайтесь на наш Telegram — нас читают ~190~ тысяч человек</p></div></article></div><div class="col"><div class="side_stories"><h4>Тема дня</h4><article class="uho"><h2 class="uho__name">Бюджет недосчитался ~1,2~ трлн</h2><p class="uho__subtitle">Минфин ищет замену нефтяным доходам</p></article></div></div></section></body>""",
    )
    yield page(
        "business holding: text with inline items, pro banner with price, fear of missing line of the rate",
        R1,
        """<div class="l-window"><div class="topline"><div class="key-ind">BTC <span>~$83 410~</span></div></div><div class="article g-relative"><div class="article__header"><span class="article__header__date">14 мар, 09:11</span><span class="article__header__views">~6 345~</span><h1 class="article__header__title-in">$T</h1></div><div class="article__text article__text_free" itemprop="articleBody"><div class="article__text__overview"><span>В Минобороны привели свои данные</span></div><p>$A</p><p>$B</p><div class="article__inline-item"><a class="article__inline-item__link" href="/x"><span class="article__inline-item__title">Долг регионов вырос на ~360~ млрд</span></a><span class="article__inline-item__category">Экономика</span></div><p>$C</p><div class="pro-banner"><div>Подписка на полгода</div><div>~990~ ₽ вместо ~4 490~ ₽</div></div><p>$D</p><p>$E</p></div><div class="article__tags">Теги: <a href="/t">потери</a></div></div><div class="news-feed"><div class="news-feed__item"><span class="news-feed__item__title">Суд взыскал ~77~ млн с застройщика</span><span>Общество, 09:30</span></div></div></div>""",
    )
    yield page(
        "site in exile: simple blocks, chip-in block, cards of the topic, note by law",
        R2,
        """<div id="root"><div class="Layout"><article class="GeneralMaterial"><div class="GeneralMaterial-head"><div class="MaterialTag">новости</div><h1 class="RichTitle-root" data-testid="simple-title">$T</h1><div class="MetaItem">09:51, 14 марта 2025</div><div class="MetaItem">Источник: ДСНС</div></div><div class="GeneralMaterial-article"><p class="SimpleBlock-module_p">$A</p><p class="SimpleBlock-module_p">$B</p><div class="RelatedRichBlock"><div class="RelatedRichBlock-header">Подробности</div><div class="RelatedRichBlock-title">Что за депо и почему по нему бьют с ~2022~ года</div></div><p class="SimpleBlock-module_p">$C</p><p class="SimpleBlock-module_p">$D</p><ul class="ListBlock"><li>$E</li></ul><div class="DonatesTeaser"><h4>Нам нужна ваша помощь</h4><p>Чтобы работать дальше, нам нужны ~30 000~ постоянных сторонников. Сейчас их ~18 540~.</p><div class="Amounts"><span>~50~ €</span><span>~20~ €</span></div></div></div></article><div class="FooterNote">Признана «нежелательной» 26 января ~2023~ года. Штраф за донат — до ~15 000~ ₽</div></div></div>""",
    )
    yield page(
        "tabloid: number of reads, radio, list of the newest with times, quiz of the day",
        R1,
        """<div class="site"><div class="radio-line">Радио — ~97,2~ FM</div><div class="article-view"><h1>$T</h1><p class="subtitle">Стороны по-разному считают потери</p><div class="author-line">Корреспондент · 14 марта 2025 9:20 · Прочтений <span>~11 870~</span></div><div class="article-text"><p>$A</p><p>$B</p><p>$C</p><div class="insert-quiz"><b>Викторина</b><p>Ответьте на ~10~ вопросов и узнайте, знаете ли вы историю.</p></div><p>$D</p><p>$E</p><p><b>ИСТОЧНИК</b>: сообщение штаба</p></div><div class="readers-choice"><h3>Читатели выбирают</h3><ol><li>Дача за ~300~ тысяч: опыт семьи</li><li>Сколько стоит собрать ребёнка в первый класс</li></ol></div></div></div>""",
    )
    yield page(
        "city portal of a network: blocks by data-test, comments, weather and traffic in the head",
        R2,
        """<div id="app"><header data-test="header"><span data-test="weather">+~13~°C</span><span data-test="traffic">Пробки</span><span data-test="air">Воздух ~42~ AQI</span></header><div class="central"><div data-test="record-header"><h1 itemprop="headline">$T</h1><div>14 марта 2025, 09:25</div><div data-test="views">~7 711~</div><div data-test="comments">~93~</div></div><div data-test="archive-record-content"><div class="uiArticleBlockText"><p>$A</p></div><div class="uiArticleBlockText"><p>$B</p></div><div class="uiArticleBlockRecords"><div>Наша карта: ~18~ ударов по железной дороге за год</div></div><div class="uiArticleBlockText"><p>$C</p></div><div class="uiArticleBlockText"><p>$D</p></div><div class="uiArticleBlockText"><p>$E</p></div><div class="uiReactions"><span>ЛАЙК</span><span>~35~</span><span>ПЕЧАЛЬ</span><span>~316~</span></div></div><div data-test="comments-list"><div class="comment"><span>Гость</span><span>14 мар в 10:02</span><p>Врут всё, там минимум ~70~ погибших было, знакомый на железке работает!</p><span>Ответить</span></div></div></div></div>""",
    )
    yield page(
        "daily of the emigrants: text and footnotes, box of the series, letter",
        R1,
        """<main class="page-main"><section class="hero"><div class="hero__label">Война, день ~1114~-й</div><h1>$T</h1><p class="hero__lead">Редакция собрала данные сторон за сутки</p></section><section class="content-body"><p>$A</p><p>$B</p><p>$C</p><section class="series-box"><h5>Серия «Цена»</h5><p>Часть вторая: как ~620~ семей ищут пропавших</p></section><p>$D</p><p>$E</p><section class="letter-box"><h5>Письмо редактора</h5><p>По пятницам — для ~57 000~ подписчиков</p></section></section></main>""",
    )
    yield page(
        "investigators: counter of confirmed names is the text's, tariff of support beside",
        R2,
        """<body><div class="wrap"><div class="mat"><h1 class="mat__title">$T</h1><div class="mat__body"><p>$A</p><div class="mat__figure-num"><div class="num">^6^</div><div class="cap">погибших уже опознаны, у остальных берут ДНК</div></div><p>$B</p><p>$C</p><p>$D</p><p>$E</p></div></div><div class="support"><div class="support__title">Оформите донат</div><label>~200~ ₽</label><label>~700~ ₽</label><label>~1500~ ₽</label></div><div class="next-mats"><div class="next-mat"><div class="next-mat__date">11 марта</div><div class="next-mat__title">Дело о ~14~ поджогах: как судят подростков</div><div class="next-mat__text">Репортаж из зала, где огласили сроки: в сумме ~122~ года колонии.</div></div></div></div></body>""",
    )
    yield page(
        "video portal's news: player with lists, transcript is the text, chat below",
        R1,
        """<div class="video-page"><div class="player"><div class="player__time">~00:00~ / ~12:45~</div><div class="player__q">~1080~p</div></div><h1>$T</h1><div class="video-meta"><span>~231~ тыс. просмотров</span><span>14 марта</span></div><div class="video-text"><p>$A</p><p>$B</p><p>$C</p><p>$D</p><p>$E</p></div><div class="playlist"><h3>Плейлист</h3><div class="pl-item"><span>~08:12~</span><span>Как живёт город, где осталось ~900~ человек</span></div><div class="pl-item"><span>~15:40~</span><span>Интервью: «Мы потеряли ~17~ товарищей»</span></div></div><div class="chat"><div class="chat__msg"><b>sergey</b> а у них потери ~5000~ в день, посмотрите другие каналы</div></div></div>""",
    )


def pages() -> Iterator[Page]:
    yield from english()
    yield from ukrainian()
    yield from russian()
