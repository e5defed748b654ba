/*
 * sample_parts.c - how made-up people divide into groups, and how much more often things happen to some.
 */
#include "init/sample_parts.h"

#include <string.h>

enum { OLDEST = 94 };

/* Of all people, those of whom the group is not known. */
#define UNKNOWN_SHARE 0.02

double sample_spread(const char *id, double low, double high)
{
	unsigned hash = 2166136261u;

	for (; *id != '\0'; id++)
		hash = (hash ^ (unsigned char)*id) * 16777619u;
	return low + (high - low) * (hash % 1000) / 1000;
}

static void add_part(struct sample_parts *parts, const char *label, double people, double rate)
{
	if (parts->count < SAMPLE_PARTS_MOST)
		parts->items[parts->count++] = (struct sample_part){ label, people, rate };
}

/* A rate of events beside people of another file: nobody of unknown group is among the people. */
static bool counts_unknown(const struct indicator *indicator)
{
	return strcmp(indicator->method, "count") == 0 ||
	       strcmp(indicator->method, "proportion") == 0;
}

/* From the worst off to the best off, whichever direction is good. */
static double rate_of_place(const struct indicator *indicator, double place)
{
	double tilt = sample_spread(indicator->id, 0.08, 0.2);

	return indicator->polarity == POLARITY_HIGH_GOOD ? 1 - tilt + 2 * tilt * place
							 : 1 + tilt - 2 * tilt * place;
}

static void listed_parts(const struct classification *list, const struct indicator *indicator,
			 struct sample_parts *parts)
{
	size_t ordinary = 0;
	double sum = 0;

	for (size_t i = 0; i < list->count; i++)
		ordinary += list->groups[i].kind == GROUP_ORDINARY;
	for (size_t i = 0; i < list->count; i++) {
		const struct group *group = &list->groups[i];
		double place = ordinary < 2 ? 0.5 : (double)i / (double)(ordinary - 1);
		bool most = strncmp(group->label, "White", 5) == 0;
		/* Few are in the best off fifth; most are White. */
		double people = list->ordered ? 1.3 - 0.6 * place : most ? 12 : 1;

		if (group->kind == GROUP_ORDINARY) {
			add_part(parts, group->label, people, rate_of_place(indicator, place));
			sum += people;
		} else if (counts_unknown(indicator)) {
			add_part(parts, group->label, UNKNOWN_SHARE * sum, 1);
		}
	}
}

/* How many people there are in a band beside others: fewer of each year of age among the old. */
static double people_of_band(const struct indicator *indicator, const char *band)
{
	bool mothers = strncmp(indicator->age_scope, "mothers", 7) == 0;
	double lower, upper, people = 0;

	if (!age_band_parse(band, &lower, &upper))
		return 1;
	if (upper < lower)
		upper = OLDEST;
	for (double year = lower; year <= upper; year++)
		people += mothers && (year < 15 || year > 44) ? 0
			  : year < 65                         ? 1
			  : year < 80                         ? 0.75
							      : 0.3;
	return people;
}

bool sample_parts_find(const struct classification *list, const struct indicator *indicator,
		       struct sample_parts *parts)
{
	const char *bands[INIT_BANDS_MOST];
	size_t count;

	parts->count = 0;
	if (list->form == CLASSIFICATION_LISTED)
		listed_parts(list, indicator, parts);
	count = list->form == CLASSIFICATION_AGE_BANDS ? init_age_bands(indicator, bands) : 0;
	for (size_t i = 0; i < count; i++)
		add_part(parts, bands[i], people_of_band(indicator, bands[i]),
			 rate_of_place(indicator, 1 - (double)i / (double)count));
	return parts->count > 0;
}
