/*
 * sample.c - made-up figures, so that a new report builds at once and shows what its data look like.
 *
 * Groups of every breakdown add up to the total, events never exceed people, and indicators that are part of
 * another one are smaller in every group: what real data do, and what the program checks.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/csv_write.h"
#include "base/outfile.h"
#include "base/text_list.h"
#include "init/sample_parts.h"

enum { YEARS = 3 };

/* People by age, and how much more often the old are ill; for rates that are adjusted for age. */
static const struct sample_parts ages = { { { "0-14", 0.17, 0.3 },
					    { "15-24", 0.12, 0.4 },
					    { "25-44", 0.26, 0.6 },
					    { "45-64", 0.26, 1.1 },
					    { "65-74", 0.10, 1.9 },
					    { "75-84", 0.06, 3.0 },
					    { "85+", 0.03, 4.5 } },
					  7 };
static const struct sample_parts no_ages = { { { "", 1, 1 } }, 1 };

/* Whole numbers in proportion to weights, that add up to the total; the first takes what is left over. */
static void split(double total, const struct sample_parts *parts, bool by_rate, double *out)
{
	double sum = 0, given = 0;

	for (size_t i = 0; i < parts->count; i++)
		sum += parts->items[i].people * (by_rate ? parts->items[i].rate : 1);
	for (size_t i = 1; i < parts->count; i++) {
		out[i] = floor(total * parts->items[i].people *
			       (by_rate ? parts->items[i].rate : 1) / sum);
		given += out[i];
	}
	out[0] = total - given;
}

/* -- totals ----------------------------------------------------------------------------------- */

static const struct indicator *named(const struct init_plan *plan, const char *id)
{
	int number = id[0] == '\0' ? -1 : indicator_find(&plan->indicators, id);

	return number < 0 ? NULL : &plan->indicators.items[number];
}

static double people_aged(const struct init_plan *plan, const struct indicator *indicator)
{
	const char *scope = indicator->age_scope;

	return floor(plan->people * (strncmp(scope, "0-17", 4) == 0   ? 0.21
				     : strncmp(scope, "0-10", 4) == 0 ? 0.13
				     : strncmp(scope, "18+", 3) == 0  ? 0.79
								      : 1));
}

/* Who the people are: all of them, or a part of them all. */
static bool tells_need(const struct indicator *indicator)
{
	return strcmp(indicator->set, "population-and-need") == 0;
}

static double events_of(const struct init_plan *plan, const struct indicator *indicator);

static double denominator_of(const struct init_plan *plan, const struct indicator *indicator)
{
	const struct indicator *whole = named(plan, indicator->denominator_indicator);

	if (whole != NULL)
		return events_of(plan, whole);
	if (tells_need(indicator))
		return plan->people;
	if (indicator->breakdowns[0] == '\0')
		return 24;
	if (indicator->multiplier >= 1000)
		return people_aged(plan, indicator);
	return floor(plan->people * sample_spread(indicator->id, 0.01, 0.03));
}

static double events_of(const struct init_plan *plan, const struct indicator *indicator)
{
	const struct indicator *around = named(plan, indicator->nested_in);
	double people = denominator_of(plan, indicator);

	if (around != NULL)
		return floor(events_of(plan, around) * 0.12);
	if (tells_need(indicator))
		return strcmp(indicator->method, "count") == 0 ? people : floor(people * 0.28);
	if (strcmp(indicator->method, "count") == 0)
		return floor(plan->people * sample_spread(indicator->id, 0.05, 0.08));
	if (strcmp(indicator->method, "ratio") == 0 && indicator->breakdowns[0] != '\0')
		return floor(people * sample_spread(indicator->id, 1.02, 1.15));
	if (strcmp(indicator->method, "share-gap") == 0)
		return floor(people * 0.1);
	if (indicator->multiplier > 100000)
		return floor(people * sample_spread(indicator->id, 0.0004, 0.0008));
	if (indicator->multiplier >= 1000)
		return floor(people * sample_spread(indicator->id, 0.004, 0.015));
	return floor(people * sample_spread(indicator->id, 0.3, 0.7));
}

/* -- rows ------------------------------------------------------------------------------------- */

struct row {
	const struct indicator *indicator;
	const struct init_source *source;
	int year;
	const char *dimension, *group, *age;
	double events, people;
};

static void add_values(const struct row *row, struct buffer *out)
{
	double p = row->people > 0 ? row->events / row->people : 0;
	double reach = row->people > 0 ? 1.96 * sqrt(p * (1 - p) / row->people) : 0;

	if (strcmp(row->indicator->method, "given") != 0)
		buffer_add_text(out, ",,,");
	else
		buffer_printf(out, ",%.1f,%.1f,%.1f", 100 * p, 100 * fmax(0, p - reach),
			      100 * fmin(1, p + reach));
}

static void add_row(const struct init_plan *plan, const struct row *row, struct buffer *out)
{
	csv_add_text(out, row->indicator->id);
	buffer_printf(out, ",%d/%02d,%s,%s,", row->year, (row->year + 1) % 100, plan->body->code,
		      row->dimension);
	csv_add_text(out, row->group);
	if (row->source->by_age)
		buffer_printf(out, ",%s", row->age);
	buffer_printf(out, ",%.0f,", row->events);
	if (strcmp(row->indicator->method, "count") != 0)
		buffer_printf(out, "%.0f", row->people);
	if (row->source->with_values)
		add_values(row, out);
	buffer_add_char(out, '\n');
}

/* All rows of one breakdown of one year; without groups those of the total. */
static void add_breakdown(const struct init_plan *plan, struct row row,
			  const struct sample_parts *groups, struct buffer *out)
{
	const struct sample_parts *bands = init_is_by_age(row.indicator) ? &ages : &no_ages;
	/* Fewer events from year to year where that is good. */
	double change = row.indicator->polarity == POLARITY_LOW_GOOD ? -0.02 : 0.02;
	double growth = 1 + change * (row.year - plan->year);
	double events[SAMPLE_PARTS_MOST], people[SAMPLE_PARTS_MOST];
	double group_events[SAMPLE_PARTS_MOST], group_people[SAMPLE_PARTS_MOST];

	split(floor(events_of(plan, row.indicator) * growth), bands, true, events);
	split(denominator_of(plan, row.indicator), bands, false, people);
	for (size_t i = 0; i < bands->count; i++) {
		row.age = bands->items[i].label;
		if (groups == NULL) {
			row.events = events[i];
			row.people = people[i];
			add_row(plan, &row, out);
			continue;
		}
		split(events[i], groups, true, group_events);
		split(people[i], groups, false, group_people);
		for (size_t j = 0; j < groups->count; j++) {
			row.group = groups->items[j].label;
			row.events = group_events[j];
			row.people = group_people[j];
			add_row(plan, &row, out);
		}
	}
}

/* The total and deprivation for some years, the other breakdowns for the last one. */
static void add_indicator(const struct init_plan *plan, const struct init_source *source,
			  const struct indicator *indicator, struct buffer *out)
{
	struct row row = { .indicator = indicator, .source = source };
	const struct classification *groups_of;
	const char *list, *dimension;
	struct sample_parts groups;

	for (row.year = plan->year - YEARS + 1; row.year <= plan->year; row.year++) {
		row.dimension = row.group = "all";
		add_breakdown(plan, row, NULL, out);
		list = indicator->breakdowns;
		while ((dimension = list_next(plan->arena, &list, ";")) != NULL) {
			groups_of = init_classification(plan, dimension, true);
			if ((row.year < plan->year && strcmp(dimension, "deprivation") != 0) ||
			    groups_of == NULL || !sample_parts_find(groups_of, indicator, &groups))
				continue;
			row.dimension = groups_of->id;
			add_breakdown(plan, row, &groups, out);
		}
	}
}

void init_sample(const struct init_plan *plan, struct outfile_set *files)
{
	for (size_t i = 0; i < plan->source_count; i++) {
		const struct init_source *source = &plan->sources[i];
		struct buffer out;

		buffer_init(&out);
		buffer_printf(
			&out,
			"indicator,period,organisation,dimension,group%s,numerator,denominator%s\n",
			source->by_age ? ",age" : "",
			source->with_values ? ",value,lower,upper" : "");
		for (size_t j = 0; j < source->count; j++)
			add_indicator(plan, source, source->indicators[j], &out);
		outfile_set_add(files, source->file, &out);
	}
}
