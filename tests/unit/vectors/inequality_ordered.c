/* Measures of ordered groups that the file has for fewer groups than the program prints them for. */

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "support/workplace.h"
#include "vectors/check.h"

#define SEEN_95 1.959963984540054
#define EXPECTED "case,measure,estimate,se,lower95,upper95,status\n"
#define INPUTS "case,est,se,pop,subgroup_order,favourable,reference,scaleval\n"

static size_t failures(const char *inputs, const char *expected)
{
	struct workplace place = workplace_new();
	struct vectors_results results;
	size_t failed;

	workplace_file(&place, "inequality_inputs.csv", inputs);
	workplace_file(&place, "inequality_expected.csv", expected);
	results = vectors_check(place.arena, place.folder, ".", place.diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(&place));
	failed = results.files[0].failed;
	workplace_free(&place);
	return failed;
}

/*
 * Three equal groups with ranks 1/6, 1/2 and 5/6 put (-1.5, 0, 1.5) of their values into the slope, (13, 4, -5) / 12
 * into its start and (-5, 4, 13) / 12 into its end: with 40, 30, 30 a slope of -15 from 245/6 to 155/6. Their errors
 * 3, 0 and 4 give variances of 1921/144 and 2929/144, and a covariance of -1625/144.
 */
#define THREE                                                                                      \
	INPUTS "t,30,0,500,2,0,0,100\nt,40,3,500,1,0,0,100\n"                                      \
	       "t,30,4,500,3,0,1,100\n"

static double fieller(int sign)
{
	double start = 245.0 / 6, end = 155.0 / 6, q = SEEN_95 * SEEN_95 / 144;
	double a = start * start - q * 1921, b = start * end + q * 1625, c = end * end - q * 2929;

	return (b + sign * sqrt(b * b - a * c)) / a;
}

Test(vectors_inequality, has_a_slope_of_three_groups)
{
	struct arena *arena = arena_new();
	const char *right = arena_printf(arena, EXPECTED "t,sii_linear,-15,7.5,%.17g,%.17g,ok\n",
					 -15 - SEEN_95 * 7.5, -15 + SEEN_95 * 7.5);

	cr_expect_eq(failures(THREE, right), 0);
	cr_expect_eq(failures(THREE, EXPECTED "t,sii_linear,-15.00001,7.50001,NA,NA,ok\n"), 4);
	arena_free(arena);
}

Test(vectors_inequality, has_a_ratio_of_three_groups)
{
	struct arena *arena = arena_new();
	const char *right = arena_printf(arena, EXPECTED "t,rii_linear,%.17g,NA,%.17g,%.17g,ok\n",
					 155.0 / 245, fieller(-1), fieller(1));

	cr_expect_eq(failures(THREE, right), 0);
	cr_expect_eq(failures(THREE, EXPECTED "t,rii_linear,0.633,0.1,0.3,1.1,ok\n"), 4);
	arena_free(arena);
}

/* Shares of 0.1, 0.2, 0.3 and 0.4 on ranks 0.05, 0.2, 0.45 and 0.8; values on a line of slope -20 from 50. */
Test(vectors_inequality, has_the_slope_of_four_unequal_groups)
{
	static const char four[] = INPUTS "f,49,0,100,1,0,0,100\nf,46,0,200,2,0,0,100\n"
					  "f,41,0,300,3,0,0,100\nf,34,0,400,4,0,1,100\n";

	cr_expect_eq(failures(four, EXPECTED "f,sii_linear,-20,0,-20,-20,ok\n"
					     "f,rii_linear,0.6,NA,0.6,0.6,ok\n"),
		     0);
}

/* Two groups have no concentration index, and so no slope. */
Test(vectors_inequality, has_no_slope_of_two_groups)
{
	static const char two[] = INPUTS "w,49,1,100,1,0,0,100\nw,46,1,200,2,0,1,100\n";

	cr_expect_eq(failures(two, EXPECTED "w,sii_linear,NA,NA,NA,NA,error: too few\n"
					    "w,rii_linear,NA,NA,NA,NA,error: too few\n"),
		     0);
	cr_expect_eq(failures(two, EXPECTED "w,sii_linear,-6,2,-10,-2,ok\n"), 4);
}
