/* What agrees and what does not, seen through files made for it. */

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "support/workplace.h"
#include "vectors/check.h"
#include "vectors/vectors.h"

#define PROPORTIONS "x,n,multiplier,conf,value,lower,upper,status\n"
#define HALF "50,100,100,0.95,50,40.38315303659956,59.61684696340044,"

struct outcome {
	size_t compared, failed, tallies;
	double error; /* of the first tally */
};

/* What comes of a file by itself. */
static struct outcome outcome_of(const char *name, const char *text)
{
	struct workplace place = workplace_new();
	struct vectors_results results;
	struct outcome outcome;

	workplace_file(&place, name, text);
	results = vectors_check(place.arena, place.folder, ".", place.diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(&place));
	outcome =
		(struct outcome){ results.files[0].compared, results.files[0].failed,
				  results.files[0].tally_count, results.files[0].tallies[0].error };
	/* A failure is told, each with a message of its own. */
	cr_expect_eq(diag_errors(place.diags), outcome.failed);
	workplace_free(&place);
	return outcome;
}

static size_t failed(const char *name, const char *text)
{
	return outcome_of(name, text).failed;
}

Test(vectors_compare, takes_an_error_within_the_tolerance)
{
	/* 1e-12 of 50 is 5e-11. */
	cr_expect_eq(
		failed("proportion.csv", PROPORTIONS
		       "50,100,100,0.95,50.00000000004,40.38315303659956,59.61684696340044,ok\n"),
		0);
	cr_expect_eq(
		failed("proportion.csv", PROPORTIONS
		       "50,100,100,0.95,50.00000000006,40.38315303659956,59.61684696340044,ok\n"),
		1);
}

/* Below the floor, 1e-9 here, an error is measured by the floor: 1e-21 is allowed. */
Test(vectors_compare, measures_errors_of_small_figures_by_the_floor)
{
	struct outcome outcome;

	outcome = outcome_of("proportion.csv",
			     PROPORTIONS "0,25,1,0.9,0.9e-21,0,0.0976535060060509,ok\n");
	cr_expect_eq(outcome.failed, 0);
	cr_expect_float_eq(outcome.error, 0.9e-12, 1e-15);
	outcome = outcome_of("proportion.csv",
			     PROPORTIONS "0,25,1,0.9,1.1e-21,0,0.0976535060060509,ok\n");
	cr_expect_eq(outcome.failed, 1);
	cr_expect_float_eq(outcome.error, 1.1e-12, 1e-15);
}

Test(vectors_compare, wants_no_figure_where_a_cell_is_missing)
{
	cr_expect_eq(failed("proportion.csv", PROPORTIONS "50,100,100,0.95,NA,,NA,ok\n"), 3);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS "0,0,100,0.95,NA,,NA,error\n"), 0);
}

Test(vectors_compare, wants_a_figure_where_a_cell_is_not_missing)
{
	struct outcome outcome =
		outcome_of("proportion.csv", PROPORTIONS "3,2,100,0.95,150,0,NA,error\n");

	cr_expect_eq(outcome.failed, 2);
	cr_expect(isinf(outcome.error));
}

Test(vectors_compare, compares_the_kind_of_a_status_alone)
{
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "ok\n"), 0);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "ok: as ever\n"), 0);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "all ok\n"), 0);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "error: ok\n"), 1);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "book\n"), 1);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "k\n"), 1);
	cr_expect_eq(failed("proportion.csv", PROPORTIONS HALF "\n"), 1);
}

Test(vectors_compare, wants_texts_to_be_the_same)
{
	static const char name[] = "rounding.csv";

	cr_expect_eq(failed(name, "value,decimals,published\n2.675,2,2.68\n"), 0);
	cr_expect_eq(failed(name, "value,decimals,published\n2.675,2,2.680\n"), 1);
	cr_expect_eq(failed(name, "value,decimals,published\n2.675,2,NA\n"), 1);
	cr_expect_eq(outcome_of(name, "value,decimals,published\n2.675,2,2.68\n").tallies, 0);
}

Test(vectors_compare, wants_whole_numbers_to_be_the_same)
{
	struct outcome outcome;

	outcome = outcome_of("quantile.csv", "case,score,nquantiles,highest_is_1,quantile\n"
					     "a,9,2,1,1\na,8,2,1,2\n");
	cr_expect(outcome.compared == 2 && outcome.failed == 0 && outcome.tallies == 0);
	outcome = outcome_of("quantile.csv", "case,score,nquantiles,highest_is_1,quantile\n"
					     "a,9,2,1,1\na,8,2,1,2.0000001\n");
	cr_expect(outcome.compared == 2 && outcome.failed == 1);
}

Test(vectors_compare, keeps_figures_from_draws_apart)
{
	struct workplace place = workplace_new();
	struct vectors_results results =
		vectors_check(place.arena, "tests/vectors", ".", place.diags);

	for (size_t i = 0; i < results.count; i++)
		for (size_t j = 0; j < results.files[i].tally_count; j++)
			for (size_t k = 0; k < j; k++)
				cr_expect(results.files[i].tallies[j].drawn !=
						  results.files[i].tallies[k].drawn ||
					  (!results.files[i].tallies[j].drawn &&
					   results.files[i].tallies[j].allowed !=
						   results.files[i].tallies[k].allowed));
	workplace_free(&place);
}

/* What a handler cannot make sense of counts as a failure, at its place. */
Test(vectors_compare, takes_a_row_that_makes_no_sense_for_a_failure)
{
	cr_expect_eq(failed("special_functions.csv", "function,arg1,arg2,arg3,value\nqf,1,2,3,4\n"),
		     1);
	cr_expect_eq(failed("rounding.csv", "value,decimals,published\n1,16,1\n1,-1,1\n1,0.5,1\n"
					    "NA,1,NA\n1,NA,1\nInf,1,Inf\n"),
		     6);
	cr_expect_eq(failed("disclosure.csv", "count,scheme,published\n1,HES-6,*\n1,-primary,*\n"
					      "1,ROUND-x,*\n1,,1\nNA,HES-5,*\nInf,HES-5,Inf\n"),
		     6);
	cr_expect_eq(failed("quantile.csv", "case,score,nquantiles,highest_is_1,quantile\n"
					    "a,1,NA,1,1\nb,1,2.5,1,1\nc,1,0,1,1\n"),
		     3);
	cr_expect_eq(failed("benchmark.csv",
			    "polarity,lower,upper,benchmark,benchmark_lower,benchmark_upper,"
			    "single_overlap,double_overlap\nup,1,2,3,3,3,lower,lower\n"),
		     1);
}
