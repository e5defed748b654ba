/* Blocks and the text in them: kinds, parts of figures, conditions, and white space as one blank. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "spec/read.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(spec_read_blocks, .init = fixture_set_up, .fini = fixture_tear_down);

static struct report *read_body(const char *body)
{
	const char *folder = scratch_new(arena), *path = path_join(arena, folder, "report.xml");
	const char *text = arena_printf(
		arena,
		"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en'><meta>"
		"<title>T</title><publisher>P</publisher></meta><parameters>"
		"<parameter name='org' type='organisation' default='QNV'/></parameters>"
		"<data><source id='s' href='a.csv'/></data>\n<body>%s</body></report>",
		body);
	struct report *report;

	file_write(path, text, strlen(text));
	report = report_read(arena, path, NULL, 0, diags);
	scratch_free(folder);
	return report;
}

static struct block *blocks_of(const char *body)
{
	struct report *report = read_body(body);

	cr_assert_not_null(report, "%s", messages_text(arena, diags));
	return report->blocks;
}

static struct inline_part *text_of(const char *inside)
{
	return blocks_of(arena_printf(arena, "<p>%s</p>", inside))->text;
}

Test(spec_read_blocks, knows_every_kind_of_block)
{
	static const struct {
		const char *text;
		enum block_kind kind;
	} cases[] = {
		{ "<part><title>T</title></part>", BLOCK_PART },
		{ "<section><title>T</title></section>", BLOCK_SECTION },
		{ "<p>x</p>", BLOCK_PARAGRAPH },
		{ "<lead>x</lead>", BLOCK_LEAD },
		{ "<finding>x</finding>", BLOCK_FINDING },
		{ "<ul><li>x</li></ul>", BLOCK_BULLETS },
		{ "<ol><li>x</li></ol>", BLOCK_NUMBERS },
		{ "<callout kind='note'><p>x</p></callout>", BLOCK_CALLOUT },
		{ "<panel><cell><p>x</p></cell></panel>", BLOCK_PANEL },
		{ "<actions><action owner='a' state='b'>x</action></actions>", BLOCK_ACTIONS },
		{ "<definition/>", BLOCK_DEFINITION },
		{ "<review/>", BLOCK_REVIEW },
		{ "<framework of='f'/>", BLOCK_FRAMEWORK },
		{ "<governance/>", BLOCK_GOVERNANCE },
		{ "<equality/>", BLOCK_EQUALITY },
		{ "<provisions/>", BLOCK_PROVISIONS },
		{ "<to-write/>", BLOCK_TO_WRITE },
		{ "<grid><chart kind='bars'/></grid>", BLOCK_GRID },
		{ "<chart kind='bars'/>", BLOCK_CHART },
		{ "<table/>", BLOCK_TABLE },
		{ "<text-table><title/><head><cell/></head><row><cell/></row></text-table>",
		  BLOCK_TEXT_TABLE },
		{ "<contents/>", BLOCK_CONTENTS },
		{ "<page-break/>", BLOCK_PAGE_BREAK },
		{ "<for-each in='periods'><p/></for-each>", BLOCK_FOR_EACH },
		{ "<if is='higher'><p/></if>", BLOCK_IF },
		{ "<choose><when is='higher'><p/></when></choose>", BLOCK_CHOOSE },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct block *block = blocks_of(cases[i].text);

		cr_expect_eq(block->kind, cases[i].kind, "%s", cases[i].text);
		cr_expect_null(block->next, "%s", cases[i].text);
	}
	cr_expect_eq(blocks_of("<cover/>")->kind, BLOCK_COVER);
}

Test(spec_read_blocks, keeps_blocks_in_order_and_inside_each_other)
{
	const struct block *section = blocks_of(
		"<section id='a' kind='domain' numbered='false' break='page' xml:lang='cy' "
		"by='sex' period='2024'><title>T</title><p>1</p><ul><li>2</li><li>3</li></ul>"
		"</section><p>4</p>");

	cr_expect_str_eq(section->id, "a");
	cr_expect_str_eq(section->style.text, "domain");
	cr_expect_not(section->numbered);
	cr_expect_str_eq(section->break_before.text, "page");
	cr_expect_str_eq(section->language, "cy");
	cr_expect_str_eq(section->reference.by.text, "sex");
	cr_expect_str_eq(section->reference.period.text, "2024");
	cr_expect_null(section->reference.indicator.text);
	cr_expect_str_eq(section->parts.title->text, "T");
	cr_expect_str_eq(section->children->text->text, "1");
	cr_expect_str_eq(section->children->next->children->next->text->text, "3");
	cr_expect_null(section->children->next->next);
	cr_expect_str_eq(section->next->text->text, "4");
	cr_expect(section->next->numbered);
}

/* Decision, result and next step are no part of the words that they stand between. */
Test(spec_read_blocks, reads_the_parts_of_an_action_apart_from_its_words)
{
	const struct block *actions = blocks_of(
		"<actions><action owner='a' state='b' date='2025-10'>One <decision>d</decision>two"
		"<result>r</result><next-step owner='c' date='2026'>n</next-step></action>"
		"<no-action>why</no-action></actions>");
	const struct block *action = actions->children, *part = action->children;

	cr_expect_str_eq(action->text->text, "One ");
	cr_expect_str_eq(action->text->next->text, "two");
	cr_expect_null(action->text->next->next);
	cr_expect_str_eq(action->date.text, "2025-10");
	cr_expect_eq(part->kind, BLOCK_DECISION);
	cr_expect_str_eq(part->text->text, "d");
	cr_expect_eq(part->next->kind, BLOCK_RESULT);
	part = part->next->next;
	cr_expect_eq(part->kind, BLOCK_NEXT_STEP);
	cr_expect_str_eq(part->owner.text, "c");
	cr_expect_str_eq(part->date.text, "2026");
	cr_expect_null(part->next);
	cr_expect_eq(action->next->kind, BLOCK_NO_ACTION);
	cr_expect_str_eq(action->next->text->text, "why");
}

Test(spec_read_blocks, reads_what_an_author_writes_about_views_areas_and_duties)
{
	const struct block *review =
		blocks_of("<review><title>T</title><view of='act' is='met'><evidence>e</evidence>"
			  "<reason>r</reason></view></review>");
	const struct block *view = review->children;
	const struct block *framework =
		blocks_of("<framework of='f'><area of='a'>x</area></framework>");
	const struct block *governance = blocks_of(
		"<governance lead='l' committee='c' received='2025'><p>x</p></governance>");

	cr_expect(review->parts.has_title);
	cr_expect_eq(view->kind, BLOCK_VIEW);
	cr_expect_str_eq(view->reference.of.text, "act");
	cr_expect_str_eq(view->is.text, "met");
	cr_expect_eq(view->children->kind, BLOCK_EVIDENCE);
	cr_expect_str_eq(view->children->next->text->text, "r");
	cr_expect_str_eq(framework->reference.of.text, "f");
	cr_expect_str_eq(framework->children->reference.of.text, "a");
	cr_expect_str_eq(framework->children->text->text, "x");
	cr_expect_str_eq(governance->lead.text, "l");
	cr_expect_str_eq(governance->committee.text, "c");
	cr_expect_str_eq(governance->received.text, "2025");
	cr_expect_eq(governance->children->kind, BLOCK_PARAGRAPH);
	cr_expect_str_eq(blocks_of("<equality href='h'>x</equality>")->to.text, "h");
}

Test(spec_read_blocks, reads_the_parts_of_a_figure_apart_from_its_content)
{
	const struct block *chart = blocks_of(
		"<chart kind='bars' of='share' order='value' series='sex' emphasise='most' "
		"intervals='false' share-axis='false' height='60mm' decimals='0'><title>T</title>"
		"<subtitle>S</subtitle><alt>A</alt><long-description>L</long-description><note>N</note>"
		"<source-line>Q</source-line></chart>");
	const struct block *bare = blocks_of("<chart kind='bars'/>");

	cr_expect_str_eq(chart->parts.title->text, "T");
	cr_expect_str_eq(chart->parts.subtitle->text, "S");
	cr_expect_str_eq(chart->parts.alt->text, "A");
	cr_expect_str_eq(chart->parts.long_description->text, "L");
	cr_expect_str_eq(chart->parts.note->text, "N");
	cr_expect_str_eq(chart->parts.source_line->text, "Q");
	cr_expect_null(chart->children);
	cr_expect_str_eq(chart->reference.of.text, "share");
	cr_expect_str_eq(chart->reference.series.text, "sex");
	cr_expect_str_eq(chart->order.text, "value");
	cr_expect_str_eq(chart->emphasise.text, "most");
	cr_expect_not(chart->intervals);
	cr_expect_not(chart->share_axis);
	cr_expect_float_eq(chart->height_pt, 60 * 72 / 25.4, 1e-9);
	cr_expect_eq(chart->decimals, 0);
	cr_expect_not(bare->parts.has_title);
	cr_expect(bare->intervals);
	cr_expect(bare->share_axis);
	cr_expect_eq(bare->decimals, DECIMALS_BY_RULE);
	cr_expect_float_eq(bare->height_pt, 0, 0);
}

/* A title that is written empty is not one to be generated. */
Test(spec_read_blocks, tells_an_empty_part_from_none)
{
	const struct block *chart = blocks_of("<chart kind='bars'><title/></chart>");

	cr_expect(chart->parts.has_title);
	cr_expect_null(chart->parts.title);
	cr_expect_not(chart->parts.has_alt);
}

Test(spec_read_blocks, reads_text_tables_with_rows_that_repeat)
{
	const struct block *table = blocks_of(
		"<text-table widths='2 1' orientation='landscape'><title>T</title><head><cell>a</cell>"
		"<cell>b</cell></head><row by='sex'><cell>1</cell><cell><value/></cell></row>"
		"<for-each in='indicators' only='A|B'><row><cell>x</cell></row></for-each></text-table>");
	const struct block *head = table->children, *row = head->next, *loop = row->next;

	cr_expect_str_eq(table->widths.text, "2 1");
	cr_expect_str_eq(table->orientation.text, "landscape");
	cr_expect(head->header_row);
	cr_expect_str_eq(head->children->next->text->text, "b");
	cr_expect_eq(row->kind, BLOCK_ROW);
	cr_expect_not(row->header_row);
	cr_expect_str_eq(row->reference.by.text, "sex");
	cr_expect_eq(row->children->next->text->kind, INLINE_VALUE);
	cr_expect_eq(loop->kind, BLOCK_FOR_EACH);
	cr_expect_str_eq(loop->in.text, "indicators");
	cr_expect_str_eq(loop->only.text, "A|B");
	cr_expect_eq(loop->children->kind, BLOCK_ROW);
	cr_expect_str_eq(loop->children->children->text->text, "x");
	cr_expect_null(loop->next);
}

/* A cell of a panel holds blocks, a cell of a table holds words. */
Test(spec_read_blocks, reads_a_cell_by_where_it_stands)
{
	const struct block *panel = blocks_of("<panel columns='2'><cell><p>x</p></cell></panel>");

	cr_expect_eq(panel->columns, 2);
	cr_expect_eq(panel->children->children->kind, BLOCK_PARAGRAPH);
	cr_expect_null(panel->children->text);
}

Test(spec_read_blocks, folds_white_space_between_words)
{
	const struct inline_part *part = text_of("\n  one\n\t two <em>three</em> \n four ");

	cr_expect_str_eq(part->text, " one two ");
	cr_expect_eq(part->next->kind, INLINE_EMPHASIS);
	cr_expect_str_eq(part->next->children->text, "three");
	cr_expect_str_eq(part->next->next->text, " four ");
}

Test(spec_read_blocks, knows_every_kind_of_inline)
{
	static const struct {
		const char *text;
		enum inline_kind kind;
	} cases[] = {
		{ "<value/>", INLINE_VALUE },
		{ "<interval/>", INLINE_INTERVAL },
		{ "<phrase kind='gap'/>", INLINE_PHRASE },
		{ "<name of='period'/>", INLINE_NAME },
		{ "<note>x</note>", INLINE_NOTE },
		{ "<term>x</term>", INLINE_TERM },
		{ "<em>x</em>", INLINE_EMPHASIS },
		{ "<strong>x</strong>", INLINE_STRONG },
		{ "<a href='h'>x</a>", INLINE_LINK },
		{ "<abbr full='f'>x</abbr>", INLINE_ABBREVIATION },
		{ "<when is='higher'>x</when>", INLINE_WHEN },
		{ "<to-write>x</to-write>", INLINE_TO_WRITE },
		{ "<param name='org'/>", INLINE_TEXT },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		cr_expect_eq(text_of(cases[i].text)->kind, cases[i].kind, "%s", cases[i].text);
	cr_expect_str_eq(text_of("<param name='org'/>")->text, "QNV");
	cr_expect_str_eq(text_of("<a href='h'>x</a>")->to.text, "h");
	cr_expect_str_eq(text_of("<abbr full='f'>x</abbr>")->to.text, "f");
	cr_expect_str_eq(text_of("<name of='period' form='short'/>")->what.text, "period");
	cr_expect_str_eq(text_of("<name of='period' form='short'/>")->form.text, "short");
	cr_expect_str_eq(text_of("<phrase kind='gap'/>")->what.text, "gap");
	cr_expect_str_eq(text_of("<value of='gap' as='times' group='most' decimals='1'/>")->as.text,
			 "times");
	cr_expect_eq(text_of("<value decimals='1'/>")->decimals, 1);
	cr_expect_eq(text_of("<value/>")->decimals, DECIMALS_BY_RULE);
}

Test(spec_read_blocks, leads_references_to_where_they_point)
{
	const struct block *p = blocks_of("<p id='x'><ref to='x' form='page'/></p>");

	cr_expect_eq(p->text->kind, INLINE_REF);
	cr_expect_str_eq(p->text->to.text, "x");
	cr_expect_str_eq(p->text->form.text, "page");
}

static struct test test_of(const char *attributes)
{
	return *text_of(arena_printf(arena, "<when %s>x</when>", attributes))->test;
}

Test(spec_read_blocks, reads_every_test)
{
	cr_expect_eq(test_of("is='higher'").operator, TEST_IS);
	cr_expect_str_eq(test_of("is='higher'").is.text, "higher");
	cr_expect_eq(test_of("gt='1.5'").operator, TEST_GREATER);
	cr_expect_float_eq(test_of("gt='1.5'").bound, 1.5, 0);
	cr_expect_eq(test_of("lt='1'").operator, TEST_LESS);
	cr_expect_eq(test_of("ge='1'").operator, TEST_AT_LEAST);
	cr_expect_eq(test_of("le='-1'").operator, TEST_AT_MOST);
	cr_expect_eq(test_of("of='gap' by='sex' gt='0'").operator, TEST_GREATER);
	cr_expect_str_eq(test_of("of='gap' by='sex' gt='0'").reference.by.text, "sex");
	cr_expect_eq(test_of("param='org' equals='QNV'").operator, TEST_PARAMETER);
	cr_expect(test_of("param='org' equals='QNV'").holds);
	cr_expect_not(test_of("param='org' equals='RXX'").holds);
}

static void expect_refused(const char *inside, const char *id)
{
	diags = diag_list_new(arena);
	cr_expect_null(read_body(arena_printf(arena, "<p>%s</p>", inside)), "%s", inside);
	cr_expect_eq(messages_count(diags, id), 1, "%s: %s", inside, messages_text(arena, diags));
}

Test(spec_read_blocks, wants_exactly_one_test)
{
	expect_refused("<when>x</when>", "SPC20");
	expect_refused("<when of='gap'>x</when>", "SPC20");
	expect_refused("<when gt='1' lt='2'>x</when>", "SPC20");
	expect_refused("<when is='higher' gt='1'>x</when>", "SPC20");
	expect_refused("<when param='org'>x</when>", "SPC20");
	expect_refused("<when equals='QNV'>x</when>", "SPC20");
	expect_refused("<when param='og' equals='QNV'>x</when>", "SPC17");
	expect_refused("<param name='og'/>", "SPC17");
}
