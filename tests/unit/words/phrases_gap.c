/* Sentences on gaps over time, on slopes, and on gap and ratio that do not agree. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/breakdown_words.h"
#include "words/phrases.h"

/* Two fifths in each of some years, of 10,000 people each: counts of the most and the least deprived. */
static struct statement_parts years_of(const int (*counts)[2], size_t count, unsigned first)
{
	static char rows[2000];
	int length = snprintf(rows, sizeof(rows), "period,dimension,group,numerator,denominator\n");

	for (size_t i = 0; i < count; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "%u,deprivation,1,%d,10000\n%u,deprivation,5,%d,10000\n",
				   first + (unsigned)i, counts[i][0], first + (unsigned)i,
				   counts[i][1]);
	return (struct statement_parts){ .rows = rows, .good = "low" };
}

static void expect_gap(const int (*counts)[2], size_t count, const char *wanted)
{
	expect_of_fifths(years_of(counts, count, 2020), phrase_gap_trend, wanted);
}

/* 14, 12, 10, 9, 6 points, each with a standard error of about 0.7. */
Test(words_gap, say_that_it_narrowed_by_the_rule_of_trends)
{
	const int counts[][2] = {
		{ 5400, 4000 }, { 5200, 4000 }, { 5000, 4000 }, { 4900, 4000 }, { 4600, 4000 }
	};

	expect_gap(counts, 5,
		   "Over the five years to 2024, the gap narrowed from 14 to 6 "
		   "percentage points.");
}

Test(words_gap, say_that_it_widened_whichever_end_is_higher)
{
	const int counts[][2] = {
		{ 4000, 4600 }, { 4000, 4900 }, { 4000, 5000 }, { 4000, 5200 }, { 4000, 5400 }
	};

	expect_gap(counts, 5,
		   "Over the five years to 2024, the gap widened from 6 to 14 "
		   "percentage points.");
}

/* Standard error 0.7: 6, 6.5, 5.8, 6.3, 6.1 are one and the same. */
Test(words_gap, say_that_there_is_no_clear_change)
{
	const int counts[][2] = {
		{ 4600, 4000 }, { 4650, 4000 }, { 4580, 4000 }, { 4630, 4000 }, { 4610, 4000 }
	};

	expect_gap(counts, 5, "Over the five years to 2024, there was no clear change in the gap.");
}

/* One year alone, the last, makes the slope: without it there is none. */
Test(words_gap, does_not_change_by_a_single_year)
{
	const int falling[][2] = {
		{ 4600, 4000 }, { 4560, 4000 }, { 4530, 4000 }, { 4500, 4000 }, { 5600, 4000 }
	};

	expect_gap(falling, 5,
		   "Over the five years to 2024, there was no clear change in the gap.");
}

Test(words_gap, say_that_it_changed_direction)
{
	const int counts[][2] = {
		{ 5000, 4000 }, { 4700, 4000 }, { 4300, 4000 }, { 3900, 4000 }, { 3500, 4000 }
	};

	expect_gap(counts, 5, "Over the five years to 2024, the gap changed direction.");
}

/* Fewer than five years: no word on where it goes. */
Test(words_gap, give_the_first_and_the_last_with_fewer_years)
{
	const int counts[][2] = { { 5400, 4000 }, { 5200, 4000 }, { 5000, 4000 }, { 4600, 4000 } };

	expect_gap(counts, 4, "The gap was 14 in 2020 and 6 percentage points in 2023.");
	expect_gap(counts, 1,
		   "No change in the gap can be told: a recent trend needs figures of five years.");
}

/* From 14 to 6 points the ratio goes from 1.35 to 1.15; from 70 and 50 to 7 and 5 it stays 1.4. */
Test(words_gap, and_ratio_are_told_apart_when_they_disagree)
{
	const int both[][2] = {
		{ 5400, 4000 }, { 5200, 4000 }, { 5000, 4000 }, { 4900, 4000 }, { 4600, 4000 }
	};
	const int gap_alone[][2] = {
		{ 7000, 5000 }, { 5600, 4000 }, { 4200, 3000 }, { 2800, 2000 }, { 1400, 1000 }
	};

	expect_of_fifths(years_of(both, 5, 2020), phrase_absolute_and_relative, "");
	expect_of_fifths(years_of(gap_alone, 5, 2020), phrase_absolute_and_relative,
			 "The gap in percentage points narrowed, but the ratio between the groups "
			 "did not.");
}

/* 20 points against 10: 10 points at 60%, 10 points at 15%: the gap stays, the ratio grows from 1.2 to 3. */
Test(words_gap, and_ratio_are_told_apart_when_the_ratio_moves_alone)
{
	const int counts[][2] = {
		{ 6000, 5000 }, { 5000, 4000 }, { 4000, 3000 }, { 3000, 2000 }, { 1500, 500 }
	};

	expect_of_fifths(years_of(counts, 5, 2020), phrase_absolute_and_relative,
			 "The ratio between the groups moved further from 1, but the gap in "
			 "percentage points did not widen.");
}

/* The same years the other way round: 4 to 20 points at a ratio of 1.4; 10 points at ratios of 3 to 1.2. */
Test(words_gap, and_ratio_are_told_apart_in_the_other_direction_too)
{
	const int gap_alone[][2] = {
		{ 1400, 1000 }, { 2800, 2000 }, { 4200, 3000 }, { 5600, 4000 }, { 7000, 5000 }
	};
	const int ratio_alone[][2] = {
		{ 1500, 500 }, { 3000, 2000 }, { 4000, 3000 }, { 5000, 4000 }, { 6000, 5000 }
	};

	expect_of_fifths(years_of(gap_alone, 5, 2020), phrase_absolute_and_relative,
			 "The gap in percentage points widened, but the ratio between the groups "
			 "did not.");
	expect_of_fifths(
		years_of(ratio_alone, 5, 2020), phrase_absolute_and_relative,
		"The ratio between the groups moved closer to 1, but the gap in percentage "
		"points did not narrow.");
}

/* Of fewer than five years neither is said to change, so they cannot disagree. */
Test(words_gap, and_ratio_do_not_disagree_over_few_years)
{
	const int gap_alone[][2] = {
		{ 7000, 5000 }, { 5600, 4000 }, { 4200, 3000 }, { 1400, 1000 }
	};

	expect_of_fifths(years_of(gap_alone, 4, 2020), phrase_absolute_and_relative, "");
}

/* One percentage point is one. */
Test(words_gap, of_one_point_is_in_the_singular)
{
	struct statement_parts parts = { .method = "given",
					 .decimals = "0",
					 .rows = "dimension,group,value,lower,upper\n"
						 "deprivation,1,41,40.9,41.1\n"
						 "deprivation,5,40,39.9,40.1\n" };

	expect_of_fifths(parts, phrase_gap, "The gap was 1 percentage point.");
	parts.unit = "Years";
	expect_of_fifths(parts, phrase_gap, "The gap was 1 year.");
}

/* -- slope index -------------------------------------------------------------------------------- */

Test(words_slope, is_told_over_the_whole_population)
{
	struct statement_parts parts = fifths_rising();
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = "deprivation" });
	const char *said = phrase_slope(&statement->words, &view);

	cr_expect_not_null(strstr(said, "Across the whole population, the estimated difference "
					"between the two ends of the deprivation scale was 1"),
			   "%s", said);
	cr_expect_not_null(strstr(said, " percentage points."), "%s", said);
	statement_free(statement);
}

Test(words_slope, is_not_told_as_a_difference_when_it_may_be_chance)
{
	expect_of_fifths(
		fifths_of(1000, "300", "301", "299", "300", "300"), phrase_slope,
		"Across the whole population, the two ends of the deprivation scale did not differ "
		"clearly.");
}

Test(words_slope, is_not_told_of_a_hidden_group)
{
	expect_of_fifths(fifths_of(10000, "4600", "*", "3900", "3600", "3400"), phrase_slope,
			 "No comparison can be made: a figure that it needs is hidden.");
}
