#include "vectors/polarity.h"

bool polarity_of(struct vectors *vectors, size_t row, enum favourable *out)
{
	if (vectors_is(vectors, row, "polarity", "high_good"))
		*out = FAVOURABLE_HIGH;
	else if (vectors_is(vectors, row, "polarity", "low_good"))
		*out = FAVOURABLE_LOW;
	else if (vectors_is(vectors, row, "polarity", "none"))
		*out = FAVOURABLE_NEITHER;
	else {
		vectors_fault(vectors, row, "polarity",
			      "\"%s\" is none of high_good, low_good and none",
			      vectors_text(vectors, row, "polarity"));
		return false;
	}
	return true;
}
