/* How columns share the width of a table, and where figures stand in them. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "support/laid_out.h"

static const char rows[] = "dimension,group,numerator,denominator\nall,,70,200\n"
			   "sex,Female,30,100\nsex,Male,40,100\n";

static struct laid_out lay_out_parts(const struct statement_parts *parts)
{
	return lay_out(parts, "annual-report-a4");
}

static struct laid_out table_with(const char *body)
{
	return lay_out_parts(&(struct statement_parts){ .rows = rows, .body = body });
}

/* Lines of a text: pieces that stand between two heights of the first page. */
static size_t lines_between(const struct laid_out *laid, double top, double bottom)
{
	const struct labels *page = &laid->words[0];
	size_t count = 0;

	for (size_t i = 0; i < page->count; i++) {
		bool first = page->items[i].at.y > top && page->items[i].at.y < bottom;

		for (size_t j = 0; j < i && first; j++)
			first = page->items[j].at.y != page->items[i].at.y;
		count += first;
	}
	return count;
}

/* The name of the whole is long; headings keep two lines and it takes two. */
Test(layout_table_widths, give_headings_two_lines_where_a_long_name_can_take_two)
{
	struct laid_out laid = lay_out_parts(
		&(struct statement_parts){ .rows = rows,
					   .events = "adults treated to the target",
					   .population = "adults aged 18 and over at risk",
					   .body = "<table by='sex'/>" });
	double head = word_with(&laid, "North Vale, 2024")->at.y;
	double first = word_with(&laid, "70")->at.y;

	cr_expect_eq(lines_between(&laid, head + 1, first - 1), 2);
	laid_out_free(&laid);
}

Test(layout_table_widths, keep_the_limits_of_an_interval_in_two_lines)
{
	struct laid_out laid = table_with("<table by='sex'/>");

	cr_expect_neq(page_with(&laid, "95% CI"), 0);
	cr_expect_neq(page_with(&laid, "lower"), 0);
	laid_out_free(&laid);
}

#define TABLE(attributes, rows)                                                                    \
	"<text-table " attributes "><title>T</title><head><cell>Name</cell><cell>First</cell>"     \
	"<cell>Second</cell></head>" rows "</text-table>"

Test(layout_table_widths, end_figures_at_one_edge_whatever_follows_them)
{
	struct laid_out laid = table_with(TABLE(
		"", "<row><cell>a</cell><cell>8,462</cell><cell>1.5 (0.9 to 12.1)</cell></row>"
		    "<row><cell>b</cell><cell>931 [u]</cell><cell>12.5</cell></row>"));
	double width = word_with(&laid, "931 [u]")->box.width;
	const struct label *marked = word_with(&laid, "931 [u]"),
			   *plain = word_with(&laid, "8,462");

	/* The mark and its blank stand behind the edge of the figures. */
	cr_expect_gt(right_of(marked), right_of(plain) + 8);
	cr_expect_lt(right_of(marked) - right_of(plain), width / 2);
	/* Both columns reach the right edge: that of the second is the table's. */
	cr_expect_float_eq(right_of(word_with(&laid, "1.5 (0.9 to 12.1)")),
			   laid.pages->items[0]->width - laid.look.layout->right_pt, 1);
	laid_out_free(&laid);
}

Test(layout_table_widths, set_words_left_and_figures_right)
{
	struct laid_out laid = table_with(
		TABLE("widths='2 1 1'",
		      "<row><cell>a</cell><cell>31 March</cell><cell>8,462</cell></row>"
		      "<row><cell>b</cell><cell>5 May 2024</cell><cell>93</cell></row>"));

	cr_expect_float_eq(word_with(&laid, "31 March")->box.x,
			   word_with(&laid, "5 May 2024")->box.x, 0.1);
	cr_expect_float_eq(word_with(&laid, "First")->box.x, word_with(&laid, "31 March")->box.x,
			   0.1);
	cr_expect_float_eq(right_of(word_with(&laid, "8,462")), right_of(word_with(&laid, "93")),
			   0.6);
	cr_expect_float_eq(right_of(word_with(&laid, "Second")), right_of(word_with(&laid, "93")),
			   0.6);
	laid_out_free(&laid);
}

/* 159 mm less two gaps of 6.5 pt, shared 2 to 1 to 1. */
Test(layout_table_widths, keep_the_widths_of_the_author)
{
	struct laid_out laid = table_with(TABLE(
		"widths='2 1 1'", "<row><cell>a</cell><cell>word</cell><cell>other</cell></row>"));
	double left = laid.look.layout->left_pt, part = (159 * 72 / 25.4 - 13) / 4;

	cr_expect_float_eq(word_with(&laid, "word")->box.x, left + 2 * part + 6.5, 1);
	cr_expect_float_eq(word_with(&laid, "other")->box.x, left + 3 * part + 13, 1);
	laid_out_free(&laid);
}

/* A column of a tenth is too narrow for its figures: it gets what they need, the others share the rest. */
Test(layout_table_widths, widen_a_column_that_is_too_narrow_for_its_figures_alone)
{
	struct laid_out laid = table_with(
		TABLE("widths='10 1 10'",
		      "<row><cell>a</cell><cell>123,456,789</cell><cell>other</cell></row>"));
	const struct label *figure = word_with(&laid, "123,456,789");
	double left = laid.look.layout->left_pt, text = 159 * 72 / 25.4;
	double half = (text - 13 - figure->box.width) / 2;

	cr_expect_float_eq(figure->box.x, left + half + 6.5, 2);
	cr_expect_float_eq(word_with(&laid, "other")->box.x, left + text - half, 2);
	laid_out_free(&laid);
}

/* Rows of one line stand close together, rows of text do not. */
Test(layout_table_widths, give_rows_of_text_more_room_than_rows_of_figures)
{
	struct laid_out laid = table_with(
		TABLE("", "<row><cell>a</cell><cell>1</cell><cell>2</cell></row>"
			  "<row><cell>b</cell><cell>3</cell><cell>4</cell></row>")
			TABLE("widths='1 1 1'",
			      "<row><cell>c</cell><cell>x</cell><cell>y</cell></row>"
			      "<row><cell>d</cell><cell>a text that is too long for the column it "
			      "stands in</cell><cell>z</cell></row>"));
	double figures = word_with(&laid, "b")->at.y - word_with(&laid, "a")->at.y;
	double text = word_with(&laid, "d")->at.y - word_with(&laid, "c")->at.y;

	cr_expect_float_eq(figures, 18.5, 0.1);
	cr_expect_float_eq(text, 26.5, 0.1);
	laid_out_free(&laid);
}

/* The rows of the mock-up: 18 pt and a rule of half a point. */
Test(layout_table_widths, leave_room_between_the_rows_of_actions)
{
	struct laid_out laid =
		table_with("<actions><action owner='Owner' state='Done'>First</action>"
			   "<action owner='Other' state='Due'>Second</action></actions>");

	cr_expect_float_eq(word_with(&laid, "Second")->at.y - word_with(&laid, "First")->at.y, 18.5,
			   0.1);
	laid_out_free(&laid);
}

Test(layout_table_widths, keep_a_page_and_its_number_in_one_line)
{
	struct laid_out laid = table_with(
		TABLE("widths='100 100 1'",
		      "<row><cell>a</cell><cell>b</cell><cell><ref to='place' form='page'/>"
		      "</cell></row>") "<section id='place'><title>P</title><p>x</p></section>");

	cr_expect_neq(page_with(&laid, "page 2"), 0);
	laid_out_free(&laid);
}

/* Short headings over short figures: there is room, so no heading is broken. */
Test(layout_table_widths, keep_short_headings_in_one_line_where_there_is_room)
{
	struct laid_out laid = lay_out_parts(&(struct statement_parts){
		.rows = rows,
		.events = "treated in",
		.population = "out of",
		.body = "<table by='sex' compare='none'><column of='count'/><column of='denominator'/>"
			"</table>" });

	cr_expect_neq(page_with(&laid, "Treated in"), 0);
	cr_expect_neq(page_with(&laid, "Out of"), 0);
	laid_out_free(&laid);
}

/* The word behind the last figure stands as far from it as figures from each other. */
Test(layout_table_widths, spread_columns_evenly_over_the_room_that_names_leave)
{
	struct laid_out laid = table_with("<table by='sex'/>");
	const struct label *value = word_with(&laid, "30.0%"), *lower = word_with(&laid, "21.9%");
	const struct label *upper = word_with(&laid, "39.6%"), *word = word_with(&laid, "similar");
	double between = upper->box.x - right_of(lower);

	cr_expect_gt(between, 15);
	cr_expect_float_eq(lower->box.x - right_of(value), between, 4);
	cr_expect_float_eq(word->box.x - right_of(upper), between, 4);
	laid_out_free(&laid);
}

/* Over the figures, not over the marks behind them: also where the heading is wider than both. */
Test(layout_table_widths, set_a_heading_over_figures_with_marks)
{
	struct laid_out laid = lay_out_parts(&(struct statement_parts){
		.rows = "period,dimension,group,numerator,denominator\n"
			"2023,sex,Female,4,20\n2023,sex,Male,40,100\n"
			"2024,sex,Female,30,100\n2024,sex,Male,40,100\n",
		.body = "<table by='sex'><column of='value' period='2023' heading='Before'/>"
			"<column of='count'/><column of='value' period='2023' heading='Percentage'/>"
			"</table>" });
	const struct label *words = word_with(&laid, "Percentage");
	size_t found = 0;

	cr_expect_float_eq(right_of(word_with(&laid, "Before")),
			   right_of(word_with(&laid, "40.0%")), 0.6);
	for (size_t i = 0; i < laid.words[0].count; i++)
		found += strcmp(laid.words[0].items[i].text, "40.0%") == 0 &&
			 fabs(right_of(&laid.words[0].items[i]) - right_of(words)) < 0.6;
	cr_expect_eq(found, 1);
	laid_out_free(&laid);
}
