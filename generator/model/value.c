#include "model/value.h"

#include "base/number.h"

static const char *const reason_names[] = {
#define REASON(name, id) [REASON_##name] = id,
#include "model/value_reasons.def"
#undef REASON
};

bool value_state_is_shown(enum value_state state)
{
	return state == VALUE_SHOWN || state == VALUE_UNRELIABLE;
}

bool value_is_shown(const struct value *value)
{
	return value_state_is_shown(value->state);
}

bool quantity_is_shown(const struct quantity *quantity)
{
	return value_state_is_shown(quantity->state);
}

const char *value_state_letter(enum value_state state)
{
	switch (state) {
	case VALUE_NOT_AVAILABLE:
		return "x";
	case VALUE_SHOWN:
		return "";
	case VALUE_UNRELIABLE:
		return "u";
	case VALUE_SUPPRESSED:
		return "c";
	case VALUE_NOT_APPLICABLE:
		return "z";
	}
	return "";
}

const char *value_state_name(enum value_state state)
{
	switch (state) {
	case VALUE_NOT_AVAILABLE:
		return "not-available";
	case VALUE_SHOWN:
		return "shown";
	case VALUE_UNRELIABLE:
		return "unreliable";
	case VALUE_SUPPRESSED:
		return "suppressed";
	case VALUE_NOT_APPLICABLE:
		return "not-applicable";
	}
	return "";
}

const char *value_reason_name(enum value_reason reason)
{
	return reason_names[reason];
}

void value_coarsen(struct value *value, unsigned decimals)
{
	if (!value->coarse || !value_is_shown(value))
		return;
	value->estimate = number_round(value->estimate, decimals);
	value->limits.lower = number_round(value->limits.lower, decimals);
	value->limits.upper = number_round(value->limits.upper, decimals);
}

struct value value_without(enum value_state state, enum value_reason reason)
{
	return (struct value){ .state = state, .reason = reason };
}
