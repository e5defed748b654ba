/* XmR charts of files that other software than the reference may have made. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/workplace.h"
#include "vectors/check.h"

#define EXPECTED                                                                                   \
	"series,direction,target,fix_after,screen_outliers,t,segment,mean,lpl,upl,outside,trend7," \
	"two_in_three,shift7,special_cause_type,point_type,short_group,assurance\n"

static size_t failures(const char *inputs, const char *expected)
{
	struct workplace place = workplace_new();
	struct vectors_results results;
	size_t failed;

	workplace_file(&place, "xmr_inputs.csv", inputs);
	workplace_file(&place, "xmr_expected.csv", expected);
	results = vectors_check(place.arena, place.folder, ".", place.diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(&place));
	failed = results.files[0].failed;
	workplace_free(&place);
	return failed;
}

#define THREE "series,t,value,rebase\ns,1,1,0\ns,2,2,0\ns,3,3,0\n"

/* Mean 2, moving ranges 1: limits 2.66 about the mean, whatever the baseline was to be. */
Test(vectors_xmr, takes_a_baseline_beyond_the_last_point_for_all_points)
{
	static const char *const baselines[] = { "NA", "12", "15", "1000", "1e9", "Inf" };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof(baselines) / sizeof(baselines[0]); i++)
		cr_expect_eq(failures(THREE, arena_printf(arena,
							  EXPECTED
							  "s,neutral,NA,%s,0,2,0,2,-0.66,4.66,0,"
							  "0,0,0,Common Cause,common_cause,1,NA\n",
							  baselines[i])),
			     0, "%s", baselines[i]);
	/* A baseline of fewer points than one may have is none. */
	cr_expect_eq(failures(THREE, EXPECTED "s,neutral,NA,11,0,2,0,2,-0.66,4.66,0,0,0,0,"
					      "Common Cause,common_cause,1,NA\n"),
		     1);
	arena_free(arena);
}

#define LEVEL "series,t,value,rebase\ns,1,5,0\ns,2,5,0\n"

/* Screening leaves no moving range there. */
Test(vectors_xmr, takes_no_limits_or_the_mean_for_those_of_a_constant_series)
{
	static const char *const right[] = { "NA,NA", "5,5" }, *const wrong[] = { "4,6", "5,NA" };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < 4; i++) {
		const char *limits = i < 2 ? right[i] : wrong[i - 2];
		size_t failed =
			failures(LEVEL, arena_printf(arena,
						     EXPECTED "s,neutral,NA,NA,1,2,0,5,%s,0,0,0,0,"
							      "Common Cause,common_cause,1,NA\n",
						     limits));

		cr_expect(i < 2 ? failed == 0 : failed > 0, "%s", limits);
	}
	arena_free(arena);
}
