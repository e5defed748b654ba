/* Figures that may be printed, and the reasons why others may not. */
#include "model/value.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "model/strings.h"

Test(model_value, is_shown_when_there_is_a_number_to_print)
{
	cr_expect(value_state_is_shown(VALUE_SHOWN));
	cr_expect(value_state_is_shown(VALUE_UNRELIABLE));
	cr_expect_not(value_state_is_shown(VALUE_SUPPRESSED));
	cr_expect_not(value_state_is_shown(VALUE_NOT_AVAILABLE));
	cr_expect_not(value_state_is_shown(VALUE_NOT_APPLICABLE));
}

/* A value that nobody set must never be printed as a number. */
Test(model_value, is_not_available_until_it_is_set)
{
	const struct value value = { 0 };
	const struct quantity quantity = { 0 };

	cr_expect_not(value_is_shown(&value));
	cr_expect_not(quantity_is_shown(&quantity));
	cr_expect_str_eq(value_state_letter(value.state), "x");
}

/* Letters of the guidance on shorthand in tables. */
Test(model_value, has_the_letters_of_the_government_analysis_function)
{
	cr_expect_str_eq(value_state_letter(VALUE_SUPPRESSED), "c");
	cr_expect_str_eq(value_state_letter(VALUE_UNRELIABLE), "u");
	cr_expect_str_eq(value_state_letter(VALUE_NOT_AVAILABLE), "x");
	cr_expect_str_eq(value_state_letter(VALUE_NOT_APPLICABLE), "z");
	cr_expect_str_eq(value_state_letter(VALUE_SHOWN), "");
	cr_expect_str_eq(value_state_name(VALUE_SUPPRESSED), "suppressed");
	cr_expect_str_eq(value_state_name(VALUE_NOT_AVAILABLE), "not-available");
}

Test(model_value, keeps_the_reason_why_there_is_none)
{
	struct value value = value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);

	cr_expect_eq(value.state, VALUE_SUPPRESSED);
	cr_expect_eq(value.reason, REASON_GROUP_HIDDEN);
	cr_expect_not(value.limits.known);
	cr_expect_str_eq(value_reason_name(REASON_NONE), "");
}

Test(model_value, has_a_sentence_for_every_reason)
{
	for (int reason = REASON_NONE + 1; reason < REASON_COUNT; reason++) {
		const char *name = value_reason_name((enum value_reason)reason);
		char id[100];

		snprintf(id, sizeof(id), "reason.%s", name);
		cr_expect(strlen(name) > 0 && string_id_find(id) != STRING_COUNT, "%s", id);
	}
}
