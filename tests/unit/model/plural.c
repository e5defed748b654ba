/* Which form of a noun goes with a number: the rules of CLDR for English and Welsh. */
#include "model/plural.h"

#include <criterion/criterion.h>

Test(model_plural, has_two_forms_in_english)
{
	cr_expect_eq(plural_of("en-GB", 1), PLURAL_ONE);
	cr_expect_eq(plural_of("en-GB", 0), PLURAL_OTHER);
	cr_expect_eq(plural_of("en", 2), PLURAL_OTHER);
	cr_expect_eq(plural_of("en-GB", 101), PLURAL_OTHER);
}

Test(model_plural, has_six_forms_in_welsh)
{
	static const enum plural wanted[] = {
		PLURAL_ZERO,  PLURAL_ONE,   PLURAL_TWO,  PLURAL_FEW,
		PLURAL_OTHER, PLURAL_OTHER, PLURAL_MANY, PLURAL_OTHER
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		cr_expect_eq(plural_of("cy-GB", i), wanted[i], "%zu", i);
	for (int form = 0; form < PLURAL_COUNT; form++)
		cr_expect(plural_is_used("cy", (enum plural)form));
}

Test(model_plural, takes_an_unknown_language_for_english)
{
	cr_expect_eq(plural_of("xx", 1), PLURAL_ONE);
	cr_expect_not(plural_is_used("xx", PLURAL_TWO));
	/* A longer name is another language. */
	cr_expect_not(plural_is_used("cyx-GB", PLURAL_TWO));
}
