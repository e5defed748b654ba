/* Age bands of the data beside those of a standard population. */
#include "data/standard_fit.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

TestSuite(data_standard_fit, .init = fixture_set_up, .fini = fixture_tear_down);

/* Rows of age, events and people under a method and standard, as they are after reading. */
static struct figures under(const char *method, const char *standard, const char *rows)
{
	const struct figures_parts parts = {
		.rows = arena_printf(arena, "age,n,d\n%s", rows),
		.rules = "<set as='period' to='2024'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
		.indicators = arena_printf(
			arena,
			"<indicator id='A' method='%s' per='1000'%s><name>A</name></indicator>",
			method, standard),
	};

	return figures_of(arena, &parts);
}

static void expect(const char *rows, const char *wanted, const char *said)
{
	struct figures figures = under("dsr", " standard='esp2013'", rows);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_str_eq(figures_text(arena, figures.dataset), wanted);
	cr_expect_str_eq(figures.said, said);
}

Test(data_standard_fit, leaves_bands_alone_that_fit)
{
	expect("0-4,1,10\n5-9,2,20\n90+,3,30\n",
	       "A 2024 QNV - - - 0-4 1 10 - - - 2\nA 2024 QNV - - - 5-9 2 20 - - - 3\n"
	       "A 2024 QNV - - - 90+ 3 30 - - - 4\n",
	       "");
	expect("0-14,1,10\n15-64,2,20\n65+,3,30\n",
	       "A 2024 QNV - - - 0-14 1 10 - - - 2\nA 2024 QNV - - - 15-64 2 20 - - - 3\n"
	       "A 2024 QNV - - - 65+ 3 30 - - - 4\n",
	       "");
}

Test(data_standard_fit, adds_up_single_years_that_fill_a_band)
{
	expect("15,1,10\n19,2,20\n17,4,40\n16,8,80\n18,16,160\n20-24,32,320\n",
	       "A 2024 QNV - - - 15-19 31 310 - - - 2\nA 2024 QNV - - - 20-24 32 320 - - - 7\n",
	       "");
	/* The finest cut of the standard has a band for the first year of life. */
	expect("0,1,10\n1,2,20\n2,4,40\n3,8,80\n4,16,160\n",
	       "A 2024 QNV - - - 0 1 10 - - - 2\nA 2024 QNV - - - 1-4 30 300 - - - 3\n", "");
	expect("95-99,1,10\n100+,2,20\n", "A 2024 QNV - - - 95+ 3 30 - - - 2\n", "");
}

/* People of 18 are missing, not merely events. */
Test(data_standard_fit, does_not_fill_a_band_that_lacks_a_year)
{
	expect("15,1,10\n16,8,80\n17,4,40\n19,2,20\n",
	       "A 2024 QNV - - - 15 1 10 - - - 2\nA 2024 QNV - - - 16 8 80 - - - 3\n"
	       "A 2024 QNV - - - 17 4 40 - - - 4\nA 2024 QNV - - - 19 2 20 - - - 5\n",
	       "data.csv:2: warning: an age band does not fit the standard population: 15 of A "
	       "[DAT45]\n    hint: European Standard Population 2013 has 15-19\n"
	       "data.csv:3: warning: an age band does not fit the standard population: 16 of A "
	       "[DAT45]\n    hint: European Standard Population 2013 has 15-19\n"
	       "data.csv:4: warning: an age band does not fit the standard population: 17 of A "
	       "[DAT45]\n    hint: European Standard Population 2013 has 15-19\n"
	       "data.csv:5: warning: an age band does not fit the standard population: 19 of A "
	       "[DAT45]\n    hint: European Standard Population 2013 has 15-19\n");
}

Test(data_standard_fit, says_which_band_reaches_over_an_edge)
{
	expect("0-17,1,10\n18+,2,20\n",
	       "A 2024 QNV - - - 0-17 1 10 - - - 2\nA 2024 QNV - - - 18+ 2 20 - - - 3\n",
	       "data.csv:2: warning: an age band does not fit the standard population: 0-17 of A "
	       "[DAT45]\n    hint: European Standard Population 2013 has 0, 1-4, 5-9, 10-14, "
	       "15-19\n"
	       "data.csv:3: warning: an age band does not fit the standard population: 18+ of A "
	       "[DAT45]\n    hint: European Standard Population 2013 has 15-19, 20-24, 25-29, "
	       "30-34, 35-39, 40-44, 45-49, 50-54, 55-59, 60-64, 65-69, 70-74, 75-79, 80-84, "
	       "85-89, 90-94, 95+\n");
}

/* A published file has the same bands for every body: each is told once. */
Test(data_standard_fit, says_it_once_for_an_indicator)
{
	const struct figures_parts parts = {
		.rows = "period,age,n,d\n2023,0-17,1,10\n2024,0-17,1,10\n2025,0-17,1,10\n",
		.rules = "<map column='period' as='period'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
		.indicators = "<indicator id='A' method='dsr' per='1000' standard='esp2013'>"
			      "<name>A</name></indicator>",
	};
	const char *said = figures_of(arena, &parts).said;

	cr_expect_not_null(strstr(said, "data.csv:2: warning"), "%s", said);
	cr_expect_null(strstr(said, "data.csv:3"), "%s", said);
}

Test(data_standard_fit, leaves_indicators_without_a_standard_as_they_are)
{
	struct figures figures = under("crude-rate", "", "0-17,1,10\n18+,2,20\n");

	cr_expect_str_eq(figures_text(arena, figures.dataset),
			 "A 2024 QNV - - - 0-17 1 10 - - - 2\nA 2024 QNV - - - 18+ 2 20 - - - 3\n");
	cr_expect_str_eq(figures.said, "");
}

/* One fault, not another one that follows from it. */
Test(data_standard_fit, leaves_it_at_bands_that_overlap)
{
	struct figures figures =
		under("dsr", " standard='esp2013'", "15-19,1,10\n15,1,10\n16-19,1,10\n");

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, "age bands overlap"), "%s", figures.said);
	cr_expect_null(strstr(figures.said, "DAT45"), "%s", figures.said);
}
