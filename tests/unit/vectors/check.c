#include "vectors/check.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "support/messages.h"
#include "support/workplace.h"

/* Half of 100 people, and the limits by hand: (2x + q^2 -+ q sqrt(q^2 + 4x(1 - x/n))) / (2(n + q^2)). */
#define HEADER "id,x,n,multiplier,conf,value,lower,upper,status\n"
#define HALF "1,50,100,100,0.95,50,40.38315303659956,59.61684696340044,ok\n"

#define GAP_DSR                                                                                    \
	"case1,case0,value1,value0,diff,diff_wald_lower,diff_wald_upper,diff_mover_lower,"         \
	"diff_mover_upper,ratio,ratio_log_lower,ratio_log_upper,pct_higher\n"

static struct vectors_results check(struct workplace *place)
{
	return vectors_check(place->arena, place->folder, ".", place->diags);
}

static struct vectors_results check_text(struct workplace *place, const char *name,
					 const char *text)
{
	workplace_file(place, name, text);
	return check(place);
}

Test(vectors_check, tells_what_was_compared)
{
	struct workplace place = workplace_new();
	struct vectors_results results = check_text(&place, "proportion.csv", HEADER HALF);

	cr_assert_eq(results.count, 1);
	cr_assert(results.any && results.files[0].usable);
	cr_expect_str_eq(results.files[0].name, "proportion.csv");
	cr_expect_eq(results.files[0].rows, 1);
	cr_expect_eq(results.files[0].compared, 4);
	cr_expect_eq(results.files[0].failed, 0);
	cr_expect_eq(results.files[0].tally_count, 1);
	cr_expect_eq(results.files[0].tallies[0].compared, 3);
	cr_expect_eq(results.files[0].tallies[0].allowed, 1e-12);
	cr_expect_lt(results.files[0].tallies[0].error, 1e-14);
	cr_expect_str_empty(workplace_said(&place));
	workplace_free(&place);
}

Test(vectors_check, finds_a_changed_digit_and_says_where)
{
	static const char start[] =
		"proportion.csv:3:22: error: a figure differs from the reference: lower: "
		"wanted 40.38315303669956, got 40.383153036599";
	struct workplace place = workplace_new();
	struct vectors_results results = check_text(
		&place, "proportion.csv",
		HEADER HALF "2,50,100,100,0.95,50,40.38315303669956,59.61684696340044,ok\n");
	const char *said;

	cr_expect_eq(results.files[0].failed, 1);
	cr_expect_float_eq(results.files[0].tallies[0].error, 1e-10 / 40.38315303669956, 1e-14);
	said = workplace_said(&place);
	/* What the program got has digits that this test need not know. */
	cr_expect_eq(strncmp(said, start, strlen(start)), 0, "%s", said);
	cr_expect_not_null(strstr(said, ", error 2.5e-12 where 1e-12 is allowed [DAT50]\n"), "%s",
			   said);
	workplace_free(&place);
}

Test(vectors_check, names_a_file_that_it_does_not_know)
{
	struct workplace place = workplace_new();
	struct vectors_results results = check_text(&place, "porportion.csv", HEADER HALF);

	cr_expect(!results.any && results.count == 0);
	cr_expect_eq(messages_count(place.diags, "DAT55"), 1);
	cr_expect_eq(diag_errors(place.diags), 0);
	workplace_free(&place);
}

Test(vectors_check, of_an_empty_folder_says_nothing)
{
	struct workplace place = workplace_new();

	cr_expect_not(check(&place).any);
	cr_expect_str_empty(workplace_said(&place));
	workplace_free(&place);
}

Test(vectors_check, misses_the_inputs_of_expected_values)
{
	struct workplace place = workplace_new();
	struct vectors_results results =
		check_text(&place, "recent_trend_expected.csv",
			   "case,polarity,slope,chi2,trend\na,none,1,1,increasing\n");

	cr_expect(results.count == 1 && !results.files[0].usable);
	cr_expect_str_eq(workplace_said(&place),
			 "recent_trend_expected.csv: error: a file of reference figures lacks its "
			 "partner: \"recent_trend_inputs.csv\" is not there [DAT51]\n");
	workplace_free(&place);
}

Test(vectors_check, misses_the_expected_values_of_inputs)
{
	struct workplace place = workplace_new();
	struct vectors_results results = check_text(&place, "recent_trend_inputs.csv",
						    "case,period,value,lower,upper\na,1,1,0,2\n");

	cr_expect(results.any && results.count == 0);
	cr_expect_str_eq(workplace_said(&place),
			 "recent_trend_inputs.csv: error: a file of reference figures lacks its "
			 "partner: \"recent_trend_expected.csv\" is not there [DAT51]\n");
	workplace_free(&place);
}

Test(vectors_check, misses_a_further_file_that_a_handler_asks_for)
{
	struct workplace place = workplace_new();
	struct vectors_results results;

	workplace_file(&place, "dsr_inputs.csv", "case,x,n,stdpop\na,20,1000,1\n");
	results = check_text(&place, "gap_dsr.csv", GAP_DSR "a,a,1,1,1,1,1,1,1,1,1,1,1\n");
	cr_expect(results.count == 1 && results.files[0].failed == 1 &&
		  results.files[0].compared == 0);
	cr_expect_str_eq(workplace_said(&place),
			 "gap_dsr.csv: error: a file of reference figures lacks its partner: "
			 "\"dsr_expected.csv\" is not there [DAT51]\n");
	workplace_free(&place);
}

Test(vectors_check, goes_on_with_other_files_after_one_that_cannot_be_used)
{
	struct workplace place = workplace_new();
	struct vectors_results results;

	workplace_file(&place, "proportion.csv", HEADER);
	results = check_text(&place, "rounding.csv", "value,decimals,published\n2.5,0,3\n");
	cr_assert_eq(results.count, 2);
	cr_expect_not(results.files[0].usable);
	cr_expect(results.files[1].usable && results.files[1].compared == 1 &&
		  results.files[1].failed == 0);
	workplace_free(&place);
}

/* A file is known by its name alone; what is no CSV file is none of our business. */
Test(vectors_check, passes_over_what_is_no_csv_file)
{
	struct workplace place = workplace_new();

	workplace_file(&place, "README.md", "figures\n");
	workplace_folder(&place, "more");
	cr_expect_not(check(&place).any);
	cr_expect_str_empty(workplace_said(&place));
	workplace_free(&place);
}
