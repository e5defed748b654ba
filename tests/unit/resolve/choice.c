/* A measure with its parameters as an author asks for it. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/fifths.h"

static void expect_text(const char *good, const char *body, const char *wanted)
{
	expect_paragraph(
		(struct statement_parts){ .rows = FIFTHS_EVEN, .good = good, .body = body },
		wanted);
}

static void expect_said(const char *body, const char *id)
{
	expect_message((struct statement_parts){ .rows = FIFTHS_EVEN, .body = body }, id);
}

/* 30, 25, 20, 15 and 10% of 1,000 each; a straight line from 32.5 to 7.5. */
Test(choice, takes_the_scale_of_a_line)
{
	expect_text(NULL,
		    "<p by='deprivation'><value of='sii' transform='none'/>; "
		    "<value of='rii' transform='none' decimals='3'/></p>",
		    "25.0; 4.333");
}

Test(choice, takes_the_sign)
{
	expect_text("low", "<p by='deprivation'><value of='sii' transform='none' sign='raw'/></p>",
		    "\xe2\x88\x92"
		    "25.0");
	expect_text("high",
		    "<p by='deprivation'><value of='gap'/>; <value of='gap' sign='raw'/>; "
		    "<value of='gap' sign='polarity'/></p>",
		    "\xe2\x88\x92"
		    "20.0; 20.0; \xe2\x88\x92"
		    "20.0");
}

Test(choice, takes_a_reference_by_name_best_worst_or_all)
{
	expect_text("low",
		    "<p by='deprivation'><value of='gap' group='2' reference='4'/>, "
		    "<value of='gap' group='2' reference='best'/>, "
		    "<value of='gap' group='2' reference='worst'/>, "
		    "<value of='gap' group='2' reference='most'/>, "
		    "<value of='gap' group='2' reference='all'/>, "
		    "<value of='gap' group='worst' reference='best'/></p>",
		    "10.0, 15.0, \xe2\x88\x92"
		    "5.0, \xe2\x88\x92"
		    "5.0, 5.0, 20.0");
}

/* From the mean: (10 + 5 + 0 + 5 + 10) / 5; from the best (10%): (20 + 15 + 10 + 5 + 0) / 5. */
Test(choice, takes_the_reference_of_a_whole_breakdown)
{
	expect_text("low",
		    "<p by='deprivation'><value of='mean-difference'/>, "
		    "<value of='mean-difference' reference='best'/>, "
		    "<value of='mean-difference' reference='worst'/>, "
		    "<value of='mean-difference' reference='3'/>, "
		    "<value of='mean-difference' reference='all'/></p>",
		    "6.0, 10.0, 10.0, 6.0, 6.0");
}

Test(choice, takes_weights)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = FIFTHS_HEAD "deprivation,1,300,1000\ndeprivation,2,300,1000\n"
					    "deprivation,3,300,1000\ndeprivation,4,300,1000\n"
					    "deprivation,5,800,16000\n",
			/* Mean 10%; 4 of 5 groups lie 20 off, 4,000 of 20,000 people. */
			.body = "<p by='deprivation'><value of='mean-difference'/>, "
				"<value of='mean-difference' weights='population'/>, "
				"<value of='mean-difference' weights='none'/></p>",
		},
		"8.0, 8.0, 17.0");
}

Test(choice, refuses_what_a_measure_does_not_take)
{
	static const char *const bodies[] = {
		"<p by='deprivation'><value of='sii' reference='all'/></p>",
		"<p by='deprivation'><value of='ratio' sign='raw'/></p>",
		"<p by='deprivation'><value of='gap' transform='log'/></p>",
		"<p by='deprivation'><value of='gap' weights='none'/></p>",
		"<p><value of='count' confidence='99.8'/></p>",
		"<p by='deprivation'><value of='completeness' confidence='99.8'/></p>",
		"<p by='deprivation'><interval of='theil-index' reference='best'/></p>",
		"<table by='deprivation'><column of='value' sign='raw'/></table>",
		"<p by='deprivation'><value of='par' reference='all'/></p>",
		"<p by='deprivation'><value of='paf' reference='all'/></p>",
	};

	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++)
		expect_said(bodies[i], "SPC62");
}

Test(choice, refuses_a_logit_of_anything_but_percentages)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN,
					 .method = "crude-rate",
					 .per = "1000",
					 .unit = "Admissions per 1,000" };

	parts.body = "<p by='deprivation'><value of='sii' transform='logit'/></p>";
	expect_message(parts, "SPC63");
	parts.body = "<p by='deprivation'><value of='rii' transform='logistic'/></p>";
	expect_message(parts, "SPC63");
}

Test(choice, needs_a_direction_for_the_best)
{
	expect_said("<p by='deprivation'><value of='gap' group='2' reference='best'/></p>",
		    "SPC64");
	expect_said("<p by='deprivation'><value of='mean-difference' reference='best'/></p>",
		    "SPC64");
	expect_said("<p by='deprivation'><value of='par' reference='worst'/></p>", "SPC64");
}

#define OF_SEXES FIFTHS_HEAD "all,,50,200\nsex,Female,30,100\nsex,Male,20,100\n"

Test(choice, warns_of_a_measure_that_needs_an_order)
{
	static const char *const warned[] = {
		"<p by='sex'><value of='sii'/></p>",
		"<p by='sex'><value of='gap'/></p>",
		"<p by='sex'><value of='concentration-index'/></p>",
		"<table by='sex'><column of='ratio'/></table>",
	};
	static const char *const silent[] = {
		"<p by='sex'><value of='gap' group='Female' reference='Male'/></p>",
		"<table by='sex'><column of='ratio' reference='all'/></table>",
		"<p by='deprivation'><value of='sii'/></p>",
	};

	for (size_t i = 0; i < sizeof(warned) / sizeof(warned[0]); i++)
		expect_message((struct statement_parts){ .rows = OF_SEXES, .body = warned[i] },
			       "SPC65");
	for (size_t i = 0; i < sizeof(silent) / sizeof(silent[0]); i++) {
		struct statement *statement = statement_try(&(struct statement_parts){
			.rows = i < 2 ? OF_SEXES : FIFTHS_EVEN, .body = silent[i] });

		cr_expect_not(statement_said(statement, "SPC65"), "%s", silent[i]);
		statement_free(statement);
	}
}

/* -- what a reader sees ------------------------------------------------------------------------- */

/* Columns with a reference: its own row and that of all have none, and the note says why. */
Test(choice, of_columns_with_a_reference)
{
	expect_table(FIFTHS_EVEN,
		     "<table by='deprivation'><column of='gap' reference='4' heading='Gap'/>"
		     "<column of='excess' reference='all' heading='Excess'/></table>",
		     "Deprivation fifth | Gap | Excess\n"
		     "All patients | [z] | [z]\n"
		     "1 most deprived | 15.0 | 100\n"
		     "2 | 10.0 | 50\n"
		     "3 | 5.0 | 0\n"
		     "4 | [z] | \xe2\x88\x92"
		     "50\n"
		     "5 least deprived | \xe2\x88\x92"
		     "5.0 | \xe2\x88\x92"
		     "100\n");
}
