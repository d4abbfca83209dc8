"""The last thirty pages, written when no more rules were to come, and measured once.

More systems, more languages of names, longer ways between a text and what stands around it.
Given as (name, HTML, numbers of the article, numbers of what stands around it).
"""

from collections.abc import Iterator

Page = tuple[str, str, list[str], list[str]]

T = "What the two sides counted on Sunday"
A = "On Monday the headquarters in Kyiv put the Russian losses of Sunday at 1,530 people, and those since February 2022 at 601,170."
B = "Destroyed, by its account, were 5 tanks, 23 armoured vehicles, 64 guns and 71 drones; reporters have seen none of it themselves."
C = "The ministry in Moscow said that its own troops had put 420 Ukrainian soldiers out of action near the border in the same time."
EN = ["1,530", "601,170", "5", "23", "64", "71", "420"]
UT = "Що сторони нарахували за неділю"
UA = "У понеділок у Києві оцінили російські втрати за неділю в 1530 осіб, а від лютого 2022 року в 601 170."
UB = "Знищено, за цими даними, 5 танків, 23 бронемашини, 64 гармати і 71 дрон; журналісти самі цього не бачили."
RT = "Что стороны насчитали за воскресенье"
RA = "В понедельник в Киеве оценили российские потери за воскресенье в 1530 человек, а с февраля 2022 года в 601 170."
RB = "Уничтожены, по этим данным, 5 танков, 23 бронемашины, 64 пушки и 71 дрон; журналисты сами этого не видели."
OWN = ["1530", "601 170", "5", "23", "64", "71"]
Q, R, S = "3,947", "8,652", "2,718"
q, r, s = "3947", "8652", "2718"


def p(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


def a(words: str, href: str = "/2024/10/14/other") -> str:
    return f'<a href="{href}">{words}</a>'


def doc(body: str, lang: str = "en", title: str = "") -> str:
    known = title or {"en": T, "uk": UT, "ru": RT}[lang]
    return f'<html lang="{lang}"><head><meta charset="utf-8"><title>{known} - News</title></head><body>{body}</body></html>'


def around() -> Iterator[Page]:
    """What stands around, in forms that the other sets do not have."""
    h, hu, hr = f"<h1>{T}</h1>", f"<h1>{UT}</h1>", f"<h1>{RT}</h1>"
    yield (
        "tabs of other lists below",
        doc(
            f'<div class="story-wrap">{h}{p(A, B, C)}</div><div class="tabs"><div class="tab">Shared most</div><div class="tab-pane"><p>{a(f"Bakery bakes {Q} loaves before dawn")}</p><p>{a(f"Swimmer crosses {R} metres of cold water")}</p></div></div>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "box of a series in the text",
        doc(
            f'<article>{h}{p(A)}<div class="series-box"><strong>Part of a series</strong><span>Part {S} of many</span>{a("All parts")}</div>{p(B, C)}</article>'
        ),
        EN,
        [S],
    )
    yield (
        "events and tickets",
        doc(
            f'<main>{h}{p(A, B, C)}</main><section class="events"><h2>Events near you</h2><div class="event"><b>Concert</b><span>from {Q} cents</span></div><div class="event"><b>Play</b><span>{R} seats</span></div></section>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "author card with counts",
        doc(
            f'<article>{h}<div class="byline-card"><img alt=""><div>By A Writer</div><div>{Q} articles</div></div>{p(A, B, C)}</article><div class="writer">A Writer has written {R} pieces for us.</div>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "reading progress and print prices",
        doc(
            f'<div id="progress">0 of {Q}</div><div class="masthead"><span>Monday</span><span>No. {R}</span><span>Price 3</span></div><div class="col">{h}{p(A, B, C)}</div>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "reactions as words and numbers",
        doc(
            f'<div class="post">{h}{p(A, B, C)}<div class="emotions"><div>Angry <b>{Q}</b></div><div>Sad <b>{R}</b></div></div></div>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "apps and phones in the foot",
        doc(
            f'<div id="container">{h}<div id="text">{p(A, B, C)}</div></div><div id="bottom"><div>Get the app: {Q} downloads</div><div>Newsroom: {R}</div><div>Licence {S}</div></div>'
        ),
        EN,
        [Q, R, S],
    )
    yield (
        "shop in the middle",
        doc(
            f'<div class="article-main">{h}{p(A)}<div class="shop-the-story"><div class="item"><div>Field bag</div><div>{Q} in stock</div></div></div>{p(B, C)}</div>'
        ),
        EN,
        [Q],
    )
    yield (
        "language switch, archive by months",
        doc(
            f'<div class="langs">{a("EN")} {a("UA")}</div><div class="c1">{h}{p(A, B, C)}</div><div class="c2"><h4>Archive</h4><ul><li>{a(f"October ({Q})")}</li><li>{a(f"September ({R})")}</li></ul></div>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "crossword and horoscope",
        doc(
            f'<main>{h}{p(A, B, C)}<div class="games"><h3>Play</h3><p>Crossword {Q}</p><p>Sudoku {R}</p></div></main>'
        ),
        EN,
        [Q, R],
    )
    yield (
        "infinite next story without an element",
        doc(
            f'<div class="reader"><div class="doc">{h}{p(A, B, C)}</div><div class="doc"><h1>Rain at last</h1>{p(f"After {Q} hours without a cloud it rained in the valley, and the farmers went out to stand in it until evening.")}</div></div>'
        ),
        EN,
        [Q],
    )
    yield (
        "Ukrainian: rubrics with counts",
        doc(
            f'<div class="rubrics"><div>Політика <i>{q}</i></div><div>Спорт <i>{r}</i></div></div><div class="news_full">{hu}<div class="news_full_text">{p(UA, UB)}</div></div>',
            "uk",
        ),
        OWN,
        [q, r],
    )
    yield (
        "Ukrainian: more for readers in the text",
        doc(
            f"<article>{hu}{p(UA)}<p><b>Також цікаво:</b> {a(f'Пекарня спекла {q} хлібин до світанку')}</p>{p(UB)}<p>Фото: архів. Переглянули {r} разів</p></article>",
            "uk",
        ),
        OWN,
        [q, r],
    )
    yield (
        "Ukrainian: cards of regions",
        doc(
            f'<div class="main-wrap"><div class="left-part">{hu}<div class="txt">{p(UA, UB)}</div></div><div class="right-part"><div class="reg">Тривога триває {q} хв</div><div class="reg">Курс {r}</div></div></div>',
            "uk",
        ),
        OWN,
        [q, r],
    )
    yield (
        "Ukrainian: vacancies of a ministry",
        doc(
            f'<div class="page"><div class="h">{a("Головна")}</div>{hu}<div class="body">{p(UA, UB)}</div><div class="low"><div>Вакансії: {q}</div><div>Звернення громадян: {r}</div></div></div>',
            "uk",
        ),
        OWN,
        [q, r],
    )
    yield (
        "Russian: what readers look for",
        doc(
            f'<div class="b-article">{hr}<div class="b-article__text">{p(RA, RB)}</div><div class="b-article__more"><div>Материалы по теме</div>{a(f"Пекарня испекла {q} хлебов до рассвета")}</div></div><div class="b-queries"><span>выборы {r}</span></div>',
            "ru",
        ),
        OWN,
        [q, r],
    )
    yield (
        "Russian: a quotation of the day beside",
        doc(
            f"<table><tr><td width=70%>{hr}{p(RA, RB)}</td><td><b>Цифра дня</b><br>{q}<br>вёдер картофеля собрал фермер</td></tr></table>",
            "ru",
        ),
        OWN,
        [q],
    )
    yield (
        "Russian: a call to a bot",
        doc(
            f'<article>{hr}{p(RA)}<div class="bot-box">Пишите нам в бот, нам ответили {q} человек</div>{p(RB)}<div class="post-foot">Опубликовано редакцией. Знаков: {r}</div></article>',
            "ru",
        ),
        OWN,
        [q, r],
    )


def own() -> Iterator[Page]:
    """Texts that are easily cut."""
    h, hu = f"<h1>{T}</h1>", f"<h1>{UT}</h1>"
    yield (
        "key points above the text",
        doc(
            f'<main>{h}<div class="key-points"><ul><li>Kyiv: 1,530 Russian losses on Sunday</li><li>Moscow: 420 Ukrainian losses</li></ul></div>{p(B, C)}</main><nav>{a(f"Bakery bakes {Q} loaves")}</nav>'
        ),
        ["1,530", "420", "5", "23", "64", "71", "420"],
        [Q],
    )
    yield (
        "numbers in a table of another part",
        doc(
            f'<div class="art">{h}{p(A, C)}</div><div class="data"><table><tr><th>Kind</th><th>Sunday</th></tr><tr><td>Tanks</td><td>5</td></tr><tr><td>Guns</td><td>64</td></tr></table></div><div class="foot">{a("Contact")} {Q}</div>'
        ),
        ["1,530", "601,170", "420", "5", "64"],
        [Q],
    )
    yield (
        "caption, quotation, note",
        doc(
            f'<article>{h}<figure><img alt=""><figcaption>One of 5 tanks of Sunday</figcaption></figure>{p(A)}<blockquote>We counted 64 guns, an officer said.</blockquote>{p(C)}<p><small>Updated: the first version gave 1,503.</small></p></article>'
        ),
        ["5", "1,530", "601,170", "64", "420", "1,503"],
        [],
    )
    yield (
        "all in divs without paragraphs",
        doc(
            f"<div><div>{a('Home')}</div><div><div><b>{T}</b></div><div>{A}</div><div>{B}</div><div>{C}</div></div><div>{a(f'Swimmer crosses {R} metres of cold water')}</div></div>"
        ),
        EN,
        [R],
    )
    yield (
        "short post",
        doc(f"<div class='post'><h2>{T}</h2><div>Tanks: 5. Guns: 64.</div></div>"),
        ["5", "64"],
        [],
    )
    yield (
        "list in order after a sentence",
        doc(
            f"<main>{h}<p>Kyiv's list for Sunday, as published on Monday morning, in its own order:</p><ol><li>personnel: 1,530</li><li>tanks: 5</li><li>guns: 64</li></ol></main><div class='promo'>{Q} offers</div>"
        ),
        ["1,530", "5", "64"],
        [Q],
    )
    yield (
        "answers of a liveblog, newest first",
        doc(
            f'<main>{h}<div class="entry"><h3>12:00</h3>{p(C)}</div><div class="entry"><h3>11:00</h3><p>71 drones.</p></div><div class="entry"><h3>10:00</h3>{p(A)}</div></main>'
        ),
        ["420", "71", "1,530", "601,170"],
        [],
    )
    yield (
        "article in a shell of an application",
        doc(
            f"<app-root><app-header>{a(f'Bakery bakes {Q} loaves')}</app-header><app-article>{h}{p(A, B, C)}</app-article><app-footer>Call {R}</app-footer></app-root>"
        ),
        EN,
        [Q, R],
    )
    yield (
        "modal that is the story",
        doc(
            f'<div class="modal-content"><div role="dialog">{h}{p(A, B, C)}</div></div><div class="menu">{a(f"Swimmer crosses {R} metres")}</div>'
        ),
        EN,
        [R],
    )
    yield (
        "totals in a strip above the headline that are the page's",
        doc(
            f'<div class="counter-strip"><div>601,170 personnel</div><div>8,914 tanks</div></div><div class="t">{h}{p(A, C)}</div>'
        ),
        ["1,530", "601,170", "420"],
        [],
    )
    yield (
        "Ukrainian list with breaks and bold",
        doc(
            f'<div class="content">{hu}<div>Втрати за неділю:<br><b>особового складу</b> - 1530<br><b>танків</b> - 5<br><b>гармат</b> - 64<br><br>Дані уточнюються.</div></div><div class="soc">{q}</div>',
            "uk",
        ),
        ["1530", "5", "64"],
        [q],
    )
    yield (
        "Ukrainian statement in one paragraph, nothing else",
        doc(f"<p>{UA} {UB}</p>", "uk"),
        OWN,
        [],
    )


def pages() -> Iterator[Page]:
    """All pages, in a fixed order."""
    yield from around()
    yield from own()
