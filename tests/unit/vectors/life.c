/* Life tables without an end, which some refuse and some find out about at the end. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/workplace.h"
#include "vectors/check.h"

/* Of a table of 20,000 people in which one of each age band dies, but none in the last; age 85. */
static size_t failures(const char *status)
{
	struct workplace place = workplace_new();
	const char *inputs = "case,startage,pop,deaths\n";
	struct vectors_results results;
	size_t failed;

	for (int band = 0; band < 20; band++)
		inputs = arena_printf(place.arena, "%ss,%d,1000,%d\n", inputs,
				      band < 2 ? band : 5 * (band - 1), band < 19);
	workplace_file(&place, "life_inputs.csv", inputs);
	workplace_file(&place, "life_expected.csv",
		       arena_printf(place.arena,
				    "case,startage,value,lower95,upper95,lower998,upper998,status\n"
				    "s,85,NA,NA,NA,NA,NA,%s\n",
				    status));
	results = vectors_check(place.arena, place.folder, ".", place.diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(&place));
	failed = results.files[0].failed;
	workplace_free(&place);
	return failed;
}

Test(vectors_life, may_be_refused_or_withheld_when_nobody_dies_in_the_last_band)
{
	cr_expect_eq(failures("value suppressed"), 0);
	cr_expect_eq(failures("not calculated: no deaths in the last age band"), 0);
	cr_expect_eq(failures("ok"), 1);
	cr_expect_eq(failures("error: no deaths"), 1);
}
