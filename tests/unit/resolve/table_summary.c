/* Summary tables: several indicators by group, what is judged and what is counted. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

/*
 * Of 1,000 people in every fifth. Wilson's limits of A in 2024 are 27.2 to 32.9, 22.4 to 27.8, 17.6 to 22.6,
 * 15.7 to 20.5 and 12.9 to 17.3, around 21.6 for all: two above, one around, two below.
 */
#define ROWS_A                                                                                     \
	"A,2023,all,,1000,5000\nA,2023,deprivation,1,250,1000\nA,2023,deprivation,2,220,1000\n"    \
	"A,2023,deprivation,3,200,1000\nA,2023,deprivation,4,180,1000\n"                           \
	"A,2023,deprivation,5,150,1000\n"                                                          \
	"A,2024,all,,1080,5000\nA,2024,deprivation,1,300,1000\nA,2024,deprivation,2,250,1000\n"    \
	"A,2024,deprivation,3,200,1000\nA,2024,deprivation,4,180,1000\n"                           \
	"A,2024,deprivation,5,150,1000\n"
#define ROWS_B                                                                                     \
	"B,2024,all,,2500,5000\nB,2024,deprivation,1,600,1000\nB,2024,deprivation,2,550,1000\n"    \
	"B,2024,deprivation,3,500,1000\nB,2024,deprivation,4,450,1000\n"                           \
	"B,2024,deprivation,5,400,1000\n"
#define ROWS_C                                                                                     \
	"C,2024,all,,1080,5000\nC,2024,deprivation,1,300,1000\nC,2024,deprivation,2,250,1000\n"    \
	"C,2024,deprivation,3,*,1000\nC,2024,deprivation,4,*,1000\n"                               \
	"C,2024,deprivation,5,*,1000\n"

static const char head[] = "indicator,period,dimension,group,numerator,denominator\n";

static const char three[] =
	"<indicator id='A' method='proportion' good='low'><name>Long waits</name></indicator>"
	"<indicator id='B' method='proportion' good='high'><name>Health checks</name></indicator>"
	"<indicator id='C' method='crude-rate' per='1000' good='low'><name>Extractions</name>"
	"</indicator>"
	"<indicator id='D' method='proportion'><name>Calls</name></indicator>";

static struct statement *summary_of(const char *rows, const char *body)
{
	static char text[4096];

	snprintf(text, sizeof(text), "%s%s", head, rows);
	return statement_of(&(struct statement_parts){
		.rows = text,
		.indicators = three,
		.about = "organisation='QNV'",
		.body = body,
	});
}

static void expect_summary(const char *rows, const char *body, const char *wanted)
{
	struct statement *statement = summary_of(rows, body);

	cr_expect_str_eq(statement_table(statement, 0), wanted);
	statement_free(statement);
}

static void expect_title(const char *rows, const char *indicators, const char *wanted)
{
	char body[160];
	struct statement *statement;

	snprintf(body, sizeof(body), "<table kind='summary' by='deprivation' indicators='%s'/>",
		 indicators);
	statement = summary_of(rows, body);
	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->title),
		wanted);
	statement_free(statement);
}

static const char *notes_of(struct statement *statement)
{
	return statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes);
}

static const struct table_row *row_of(const struct statement *statement, size_t row)
{
	return &statement_node(statement, NODE_TABLE, 0)->table->rows[row];
}

Test(table_summary, has_a_row_for_every_indicator_and_a_column_for_every_group)
{
	expect_summary(ROWS_A ROWS_B, "<table kind='summary' by='deprivation' indicators='A|B'/>",
		       "Indicator | 1 most deprived | 2 | 3 | 4 | 5 least deprived | "
		       "Gap over time | Gap\n"
		       "Long waits | 30.0 | 25.0 | 20.0 | 18.0 | 15.0 | "
		       "10.0 in 2023, 15.0 in 2024 | 15.0\n"
		       "Health checks | 60.0 | 55.0 | 50.0 | 45.0 | 40.0 | [x] | "
		       "\xe2\x88\x92"
		       "20.0\n");
}

Test(table_summary, judges_figures_by_what_is_good)
{
	static const enum verdict wanted[2][5] = {
		{ VERDICT_WORSE, VERDICT_WORSE, VERDICT_SIMILAR, VERDICT_BETTER, VERDICT_BETTER },
		{ VERDICT_BETTER, VERDICT_BETTER, VERDICT_SIMILAR, VERDICT_WORSE, VERDICT_WORSE },
	};
	static const char *const words[] = { [VERDICT_WORSE] = "worse",
					     [VERDICT_BETTER] = "better",
					     [VERDICT_SIMILAR] = "similar" };
	struct statement *statement = summary_of(
		ROWS_A ROWS_B, "<table kind='summary' by='deprivation' indicators='A|B'/>");

	for (size_t row = 0; row < 2; row++)
		for (size_t i = 0; i < 5; i++) {
			const struct table_cell *cell = &row_of(statement, row)->cells[i + 1];

			cr_expect_eq(cell->verdict, wanted[row][i], "row %zu, group %zu", row, i);
			cr_expect_str_eq(cell->verdict_words, words[wanted[row][i]]);
		}
	statement_free(statement);
}

Test(table_summary, a_row_with_a_hidden_figure_has_no_verdicts)
{
	struct statement *statement = summary_of(
		ROWS_A ROWS_C, "<table kind='summary' by='deprivation' indicators='A|C'/>");

	for (size_t i = 1; i < 8; i++)
		cr_expect_eq(row_of(statement, 1)->cells[i].verdict, VERDICT_NOT_COMPARED);
	cr_expect_eq(row_of(statement, 0)->cells[1].verdict, VERDICT_WORSE);
	cr_expect_not_null(
		strstr(notes_of(statement), "Rows with a hidden figure are not compared."));
	statement_free(statement);
}

/* Of 5,000 people 1,750 events are known by fifth; with 1,000 more every fifth is below the total. */
#define ROWS_ONE_SIDED(id)                                                                         \
	id ",2024,all,,2750,5000\n" id ",2024,deprivation,1,500,1000\n" id                         \
	   ",2024,deprivation,2,450,1000\n" id ",2024,deprivation,3,400,1000\n" id                 \
	   ",2024,deprivation,4,250,1000\n" id ",2024,deprivation,5,150,1000\n"

static void expect_one_sided(const char *indicators, const char *more, const char *wanted)
{
	char body[160];
	struct statement *statement;
	const char *notes;

	snprintf(body, sizeof(body), "<table kind='summary' by='deprivation' indicators='%s' %s/>",
		 indicators, more);
	statement = summary_of(ROWS_ONE_SIDED("A") ROWS_B ROWS_ONE_SIDED("C") ROWS_ONE_SIDED("D"),
			       body);
	notes = notes_of(statement);
	if (wanted == NULL)
		cr_expect_null(strstr(notes, "same side"), "%s", notes);
	else
		cr_expect_not_null(strstr(notes, wanted), "%s", notes);
	for (size_t i = 1; i < 6; i++)
		cr_expect_eq(row_of(statement, 0)->cells[i].verdict, VERDICT_NOT_COMPARED);
	/* The two ends are compared with each other, not with the total. */
	if (strcmp(indicators, "A|B") == 0)
		cr_expect_str_eq(statement_plain(statement,
						 &statement_node(statement, NODE_TABLE, 0)->title),
				 "1 of 2 indicators was worse in the most deprived areas");
	statement_free(statement);
}

Test(table_summary, a_row_on_one_side_of_its_total_has_no_verdicts)
{
	expect_one_sided(
		"A|B", "",
		"Long waits: not compared, as all fifths lie on the same side of the total.");
	expect_one_sided(
		"A|C|D", "",
		"Long waits, Extractions and Calls: not compared, as all fifths lie on the "
		"same side of the total.");
	expect_one_sided("A|C|D|B", "", "Long waits, Extractions and Calls: not compared");
	expect_one_sided("A|B", "compare='none'", NULL);
}

Test(table_summary, a_hidden_end_hides_the_gap)
{
	expect_summary(ROWS_A ROWS_C, "<table kind='summary' by='deprivation' indicators='C'/>",
		       "Indicator | 1 most deprived | 2 | 3 | 4 | 5 least deprived | Gap\n"
		       "Extractions | 300.0 | 250.0 | [c] | [c] | [c] | [c]\n");
}

Test(table_summary, counts_what_is_worse_in_the_most_deprived_areas)
{
	expect_title(ROWS_A ROWS_B, "A|B",
		     "1 of 2 indicators was worse in the most deprived areas");
}

Test(table_summary, counts_nothing_that_could_not_be_compared)
{
	expect_title(
		ROWS_A ROWS_B ROWS_C, "A|B|C",
		"1 of 2 indicators that could be compared was worse in the most deprived areas");
	expect_title(ROWS_A ROWS_C, "A|C", "2 indicators, by deprivation fifth of England");
}

/* B is better, D has no better direction: it is none of those that can be judged. */
Test(table_summary, counts_nothing_without_a_better_direction_among_the_judged)
{
	expect_title(ROWS_A ROWS_B "D,2024,deprivation,1,600,1000\nD,2024,deprivation,2,550,1000\n"
				   "D,2024,deprivation,3,500,1000\nD,2024,deprivation,4,450,1000\n"
				   "D,2024,deprivation,5,400,1000\n",
		     "A|B|D",
		     "1 of 2 indicators that could be judged was worse in the most deprived areas");
}

Test(table_summary, says_no_difference_where_there_is_none)
{
	expect_title("A,2024,deprivation,1,100,500\nA,2024,deprivation,2,100,500\n"
		     "A,2024,deprivation,3,100,500\nA,2024,deprivation,4,100,500\n"
		     "A,2024,deprivation,5,101,500\n"
		     "B,2024,deprivation,1,100,500\nB,2024,deprivation,2,100,500\n"
		     "B,2024,deprivation,3,100,500\nB,2024,deprivation,4,100,500\n"
		     "B,2024,deprivation,5,99,500\n",
		     "A|B",
		     "No indicator was clearly different between the most deprived areas and the "
		     "least deprived areas");
}

Test(table_summary, the_note_shows_the_shapes_that_are_used)
{
	struct statement *statement =
		summary_of(ROWS_A, "<table kind='summary' by='deprivation' indicators='A'/>");
	const struct text *notes = &statement_node(statement, NODE_TABLE, 0)->notes;
	size_t shapes = 0;

	cr_expect_not_null(strstr(notes_of(statement),
				  "Compared with North Vale as a whole at 95% confidence:"));
	for (size_t i = 0; i < notes->count; i++)
		shapes += notes->runs[i]->verdict != VERDICT_NOT_COMPARED;
	cr_expect_eq(shapes, 3);
	/* 5 comparisons are too few to speak of chance. */
	cr_expect_null(strstr(notes_of(statement), "by chance"));
	statement_free(statement);
}

Test(table_summary, compared_with_nothing_has_neither_verdicts_nor_their_note)
{
	struct statement *statement =
		summary_of(ROWS_A, "<table kind='summary' by='deprivation' indicators='A' "
				   "compare='none'/>");

	for (size_t i = 1; i < 6; i++)
		cr_expect_eq(row_of(statement, 0)->cells[i].verdict, VERDICT_NOT_COMPARED);
	cr_expect_null(strstr(notes_of(statement), "Compared with"));
	statement_free(statement);
}

Test(table_summary, names_the_unit_once_or_behind_the_name)
{
	static const struct {
		const char *indicators, *subtitle, *name;
	} cases[] = {
		{ "A|B", "%, by deprivation fifth of England, North Vale, 2024", "Long waits" },
		{ "C", "Rate per 1,000, by deprivation fifth of England, North Vale, 2024",
		  "Extractions" },
		{ "C|A",
		  "% unless marked as a rate per 1,000, by deprivation fifth of England, "
		  "North Vale, 2024",
		  "Extractions (rate)" },
	};

	for (size_t i = 0; i < 3; i++) {
		char body[160];
		struct statement *statement;

		snprintf(body, sizeof(body),
			 "<table kind='summary' by='deprivation' indicators='%s'/>",
			 cases[i].indicators);
		statement = summary_of(ROWS_A ROWS_B ROWS_C, body);
		cr_expect_str_eq(
			statement_plain(statement,
					&statement_node(statement, NODE_TABLE, 0)->subtitle),
			cases[i].subtitle);
		cr_expect_str_eq(statement_plain(statement, &row_of(statement, 0)->cells[0].text),
				 cases[i].name);
		statement_free(statement);
	}
}

Test(table_summary, leaves_out_what_has_no_figures_by_these_groups_and_says_so)
{
	struct statement *statement =
		summary_of(ROWS_A "D,2024,sex,Female,10,100\n",
			   "<table kind='summary' by='deprivation' indicators='A|D'/>");

	cr_expect_eq(statement_node(statement, NODE_TABLE, 0)->table->row_count, 1);
	cr_expect(statement_said(statement, "SPC130"));
	cr_expect_not_null(strstr(notes_of(statement), "Without figures by"));
	statement_free(statement);
	statement = summary_of(ROWS_A "D,2024,sex,Female,10,100\n",
			       "<table kind='summary' by='deprivation' indicators='all'/>");
	cr_expect_not(statement_said(statement, "SPC130"));
	statement_free(statement);
}

Test(table_summary, a_sparkline_may_be_left_out)
{
	expect_summary(ROWS_A,
		       "<table kind='summary' by='deprivation' indicators='A' sparkline='false'/>",
		       "Indicator | 1 most deprived | 2 | 3 | 4 | 5 least deprived | "
		       "Gap\nLong waits | 30.0 | 25.0 | 20.0 | 18.0 | 15.0 | 15.0\n");
}

/* As everywhere: above 0 when the most deprived are worse off. */
Test(table_summary, a_gap_is_above_zero_where_the_most_deprived_are_worse_off)
{
	static const char lower[] = "B,2024,deprivation,1,400,1000\nB,2024,deprivation,2,450,1000\n"
				    "B,2024,deprivation,3,500,1000\nB,2024,deprivation,4,550,1000\n"
				    "B,2024,deprivation,5,600,1000\n";
	struct statement *statement =
		summary_of(lower, "<table kind='summary' by='deprivation' indicators='B'/>");

	cr_expect_str_eq(statement_table(statement, 0),
			 "Indicator | 1 most deprived | 2 | 3 | 4 | 5 least deprived | Gap\n"
			 "Health checks | 40.0 | 45.0 | 50.0 | 55.0 | 60.0 | 20.0\n");
	cr_expect_not_null(
		strstr(notes_of(statement),
		       "A gap above 0 means that the most deprived areas were worse off."));
	statement_free(statement);
}

/* D has no better direction: its gap is above 0 where the most deprived are higher. */
Test(table_summary, the_note_on_gaps_fits_what_is_judged)
{
	static const char d[] = "D,2024,deprivation,1,600,1000\nD,2024,deprivation,2,550,1000\n"
				"D,2024,deprivation,3,500,1000\nD,2024,deprivation,4,450,1000\n"
				"D,2024,deprivation,5,400,1000\n" ROWS_B;
	struct statement *statement =
		summary_of(d, "<table kind='summary' by='deprivation' indicators='D'/>");

	cr_expect_not_null(
		strstr(notes_of(statement),
		       "A gap above 0 means that the most deprived areas had the higher figure."));
	statement_free(statement);
	statement = summary_of(d, "<table kind='summary' by='deprivation' indicators='D|B'/>");
	cr_expect_not_null(
		strstr(notes_of(statement), "were worse off or, where neither is better, higher."));
	statement_free(statement);
}

Test(table_summary, rows_of_one_domain_can_stand_together)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,group,numerator,denominator\nA,Female,10,100\nA,Male,20,100\n"
			"B,Female,10,100\nB,Male,20,100\nC,Female,10,100\nC,Male,20,100\n",
		.source = "<set as='dimension' to='sex'/>",
		.indicators =
			"<indicator id='A' method='proportion' domain='Waits'><name>a</name></indicator>"
			"<indicator id='B' method='proportion' domain='Care'><name>b</name></indicator>"
			"<indicator id='C' method='proportion' domain='Waits'><name>c</name>"
			"</indicator>",
		.about = "organisation='QNV'",
		.body = "<table kind='summary' by='sex' indicators='all' group-rows='domain'/>",
	});

	cr_expect_str_eq(statement_table(statement, 0),
			 "Indicator | Females | Males\nA | 10.0 | 20.0\nC | 10.0 | 20.0\n"
			 "B | 10.0 | 20.0\n");
	cr_expect_str_eq(row_of(statement, 0)->group, "Waits");
	cr_expect_null(row_of(statement, 1)->group);
	cr_expect_str_eq(row_of(statement, 2)->group, "Care");
	statement_free(statement);
}

Test(table_summary, a_group_that_is_worse_on_most_indicators_is_named)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,dimension,group,numerator,denominator\n"
			"A,all,,300,2000\nA,sex,Female,100,1000\nA,sex,Male,200,1000\n"
			"B,all,,300,2000\nB,sex,Female,100,1000\nB,sex,Male,200,1000\n",
		.indicators =
			"<indicator id='A' method='proportion' good='low'><name>a</name></indicator>"
			"<indicator id='B' method='proportion' good='low'><name>b</name></indicator>",
		.about = "organisation='QNV'",
		.body = "<table kind='summary' by='sex' indicators='A|B'/>",
	});

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->title),
		"Both indicators were worse for males");
	statement_free(statement);
}

/* Both are worse on A and B; that C is so for one of them is not said. */
Test(table_summary, two_groups_that_are_worse_on_as_many_indicators_are_named_together)
{
	static const char of_all[] =
		"indicator,dimension,group,numerator,denominator\n"
		"A,all,,800,4000\nA,ethnic-group,Asian,100,1000\nA,ethnic-group,Black,350,1000\n"
		"A,ethnic-group,Mixed,300,1000\nA,ethnic-group,White,50,1000\n"
		"B,all,,800,4000\nB,ethnic-group,Asian,100,1000\nB,ethnic-group,Black,300,1000\n"
		"B,ethnic-group,Mixed,350,1000\nB,ethnic-group,White,50,1000\n"
		"C,all,,800,4000\nC,ethnic-group,Asian,200,1000\nC,ethnic-group,Black,200,1000\n"
		"C,ethnic-group,Mixed,200,1000\nC,ethnic-group,White,200,1000\n";
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = of_all,
		.indicators =
			"<indicator id='A' method='proportion' good='low'><name>a</name></indicator>"
			"<indicator id='B' method='proportion' good='low'><name>b</name></indicator>"
			"<indicator id='C' method='proportion' good='low'><name>c</name></indicator>",
		.about = "organisation='QNV'",
		.body = "<table kind='summary' by='ethnic-group' indicators='A|B|C'/>",
	});

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->title),
		"2 of 3 indicators were worse for the Black and Mixed ethnic groups");
	statement_free(statement);
}
