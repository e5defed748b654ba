#include "model/indicator.h"

#include <string.h>

int indicator_find(const struct indicators *indicators, const char *id)
{
	for (size_t i = 0; i < indicators->count; i++)
		if (strcmp(indicators->items[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool indicator_is_percentage(const struct indicator *indicator)
{
	return strcmp(indicator->unit, "%") == 0;
}

bool indicator_in_percent(const struct indicator *indicator)
{
	return indicator->unit[0] == '%';
}

const char *polarity_name(enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_HIGH_GOOD:
		return "high";
	case POLARITY_LOW_GOOD:
		return "low";
	case POLARITY_NONE:
		return "neither";
	}
	return "";
}
