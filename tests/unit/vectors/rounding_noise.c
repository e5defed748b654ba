/* Figures that are 0 because their terms cancel: what rounding leaves of them is no error. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/workplace.h"
#include "vectors/check.h"
#include "vectors/vectors.h"

static size_t failures(const char *stem, const char *inputs, const char *expected)
{
	struct workplace place = workplace_new();
	struct vectors_results results;
	size_t failed;

	workplace_file(&place, arena_printf(place.arena, "%s_inputs.csv", stem), inputs);
	workplace_file(&place, arena_printf(place.arena, "%s_expected.csv", stem), expected);
	results = vectors_check(place.arena, place.folder, ".", place.diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(&place));
	failed = results.files[0].failed;
	workplace_free(&place);
	return failed;
}

Test(vectors_noise, is_the_least_part_of_an_uncertainty)
{
	cr_expect_eq(vectors_noise(3), 3e-12);
	cr_expect_eq(vectors_noise(-3), 3e-12);
	cr_expect_eq(vectors_noise(0), 0);
}

#define TREND "case,polarity,slope,chi2,trend\n"
#define LEVEL                                                                                      \
	"case,period,value,lower,upper,polarity\n"                                                 \
	"a,1,33.3,31,35.6,none\na,2,33.3,31,35.6,none\na,3,33.3,31,35.6,none\n"                    \
	"a,4,33.3,31,35.6,none\na,5,33.3,31,35.6,none\n"

Test(vectors_noise, of_a_level_series_is_no_error)
{
	cr_expect_eq(failures("recent_trend", LEVEL,
			      TREND "a,none,-1.1e-12,3e-16,no significant change\n"),
		     0);
	cr_expect_eq(failures("recent_trend", LEVEL,
			      TREND "a,none,-1.3e-12,3e-16,no significant change\n"),
		     1);
}

/* Standard deviation 0.2, and the sum three times as uncertain: 2e-13 and 6e-13. */
#define MEAN "group,n,sum,sd,mean,lower95,upper95,lower998,upper998,status\n"
#define BALANCED "group,value\na,0.2\na,-0.2\na,0\n"
#define LIMITS                                                                                     \
	"-0.49682754235006624,0.49682754235006624,-2.5781142992518144,2.5781142992518144,ok\n"

Test(vectors_noise, of_a_balanced_mean_is_no_error)
{
	cr_expect_eq(failures("mean", BALANCED, MEAN "a,3,5.9e-13,0.2,-1.9e-13," LIMITS), 0);
	cr_expect_eq(failures("mean", BALANCED, MEAN "a,3,6.1e-13,0.2,-2.1e-13," LIMITS), 2);
}

/* Values that are the same from either end have no gradient: all that is expected is the noise of one. */
#define INPUTS "case,est,se,pop,subgroup_order,favourable,reference,scaleval\n"
#define SAME INPUTS "a,30.1,1,500,1,0,0,100\na,20.7,1,500,2,0,0,100\na,30.1,1,500,3,0,1,100\n"

Test(vectors_noise, of_balanced_groups_is_no_error)
{
	static const char header[] = "case,measure,estimate,se,lower95,upper95,status\n";
	/* Ranks 1/6, 1/2, 5/6: 1.5 of either end's value in the slope. */
	static const char limits[] = "2.1213203435596424,-4.157711473049033,4.157711473049033,ok\n";
	struct arena *arena = arena_new();

	cr_expect_eq(failures("inequality", SAME,
			      arena_printf(arena, "%sa,sii_linear,2.1e-12,%s", header, limits)),
		     0);
	cr_expect_eq(failures("inequality", SAME,
			      arena_printf(arena, "%sa,sii_linear,2.2e-12,%s", header, limits)),
		     1);
	arena_free(arena);
}
