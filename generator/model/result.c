#include "model/result.h"

size_t results_position(const struct results *results, const struct cell_key *key)
{
	size_t low = 0, high = results->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cell_key_compare(&results->items[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct result *results_find(const struct results *results, const struct cell_key *key)
{
	size_t at = results_position(results, key);

	return at < results->count && cell_key_compare(&results->items[at].key, key) == 0
		       ? &results->items[at]
		       : NULL;
}

const struct result *results_groups(const struct results *results, const struct cell_key *key,
				    size_t *count)
{
	struct cell_key from = *key;
	size_t begin, end;

	from.group = GROUP_ALL;
	from.sex = SEX_ALL;
	begin = end = results_position(results, &from);
	for (; end < results->count; end++) {
		const struct cell_key *other = &results->items[end].key;

		if (other->indicator != key->indicator || other->period != key->period ||
		    other->organisation != key->organisation ||
		    other->classification != key->classification)
			break;
	}
	*count = end - begin;
	return end > begin ? &results->items[begin] : NULL;
}

const struct breakdown_result *results_breakdown(const struct results *results,
						 const struct cell_key *key, enum measure measure)
{
	size_t low = 0, high = results->breakdown_count;
	struct cell_key wanted = *key;

	wanted.group = GROUP_ALL;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct breakdown_result *item = &results->breakdowns[middle];
		int order = cell_key_compare(&item->key, &wanted);

		if (order == 0)
			order = (item->choice.measure > measure) - (item->choice.measure < measure);
		if (order == 0)
			return item;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

unsigned results_decimals(const struct results *results, int indicator, enum measure measure)
{
	switch (measure_kind(measure)->unit) {
	case MEASURE_UNIT_VALUE:
	case MEASURE_UNIT_DIFFERENCE:
		return results->decimals[indicator];
	case MEASURE_UNIT_COUNT:
		return 0;
	case MEASURE_UNIT_RATIO:
		return 2;
	case MEASURE_UNIT_INDEX:
		return 3;
	case MEASURE_UNIT_PERCENT:
	case MEASURE_UNIT_BARE:
		break;
	}
	return 1;
}

const char *comparison_name(enum comparison comparison)
{
	switch (comparison) {
	case COMPARISON_NONE:
		return "";
	case COMPARISON_LOWER:
		return "lower";
	case COMPARISON_SIMILAR:
		return "similar";
	case COMPARISON_HIGHER:
		return "higher";
	}
	return "";
}

int comparison_judgement(enum comparison comparison, enum polarity polarity)
{
	if (polarity == POLARITY_NONE ||
	    (comparison != COMPARISON_LOWER && comparison != COMPARISON_HIGHER))
		return 0;
	return (comparison == COMPARISON_HIGHER) == (polarity == POLARITY_HIGH_GOOD) ? 1 : -1;
}
