#include "support/random_by_age.h"

#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/vectors_random.h"

enum { BANDS = 21, PERIODS_MOST = 7 };

static const char *const bands[BANDS] = { "0",     "1-4",   "5-9",   "10-14", "15-19", "20-24",
					  "25-29", "30-34", "35-39", "40-44", "45-49", "50-54",
					  "55-59", "60-64", "65-69", "70-74", "75-79", "80-84",
					  "85-89", "90-94", "95+" };

enum form { FORM_BY_AGE, FORM_MEAN };

static const struct {
	const char *method, *attributes, *name, *measure, *unit, *events;
	enum form form;
	bool has_reference;
} methods[] = {
	{ "dsr", "per='100000' standard='esp2013'", "Admissions", "the rate of admissions",
	  "Admissions per 100,000 people", "admissions", FORM_BY_AGE, false },
	{ "isr", "per='100000' reference='E92000001'", "Deaths", "the rate of deaths",
	  "Deaths per 100,000 people", "deaths", FORM_BY_AGE, true },
	{ "smr", "reference='E92000001'", "Deaths", "the standardised ratio of deaths", "Ratio",
	  "deaths", FORM_BY_AGE, true },
	{ "life-expectancy", "", "Life expectancy", "life expectancy at birth", "Years", "deaths",
	  FORM_BY_AGE, false },
	{ "mean", "per='1'", "Length of stay", "the mean length of stay", "Days", "stays",
	  FORM_MEAN, false },
};

enum { METHODS = sizeof(methods) / sizeof(methods[0]) };

static const struct {
	const char *dimension, *group;
} groups[] = {
	{ "all", "" },
	{ "deprivation-quintile", "1" },
	{ "deprivation-quintile", "2" },
	{ "deprivation-quintile", "3" },
	{ "deprivation-quintile", "4" },
	{ "deprivation-quintile", "5" },
	{ "ethnic-group", "asian" },
	{ "ethnic-group", "black" },
	{ "ethnic-group", "white" },
	{ "sex", "female" },
	{ "sex", "male" },
};

enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };

/* How the figures of one indicator lie. */
struct shape {
	double people; /* of an age band of a group */
	double level, slope, growth, noise;
	double hidden;
};

static double between(struct vectors_random *random, double low, double high)
{
	return vectors_random_between(random, low, high);
}

static struct shape shape_of(struct vectors_random *random)
{
	static const double sizes[] = { 60, 400, 3000, 40000 };
	static const double slopes[] = { 0, 0.03, 0.3, 0.8, -0.4 };

	return (struct shape){
		.people = sizes[(size_t)between(random, 0, 4)],
		.level = between(random, 0.3, 1.5),
		.slope = slopes[(size_t)between(random, 0, 5)],
		.growth = between(random, -0.08, 0.08),
		.noise = between(random, 0, 0.2),
		.hidden = between(random, 0, 1) < 0.8 ? 0 : 0.15,
	};
}

/* Deaths go up with age. */
static double level_at(struct vectors_random *random, const struct shape *shape, size_t group,
		       size_t band, unsigned year)
{
	double level = shape->level * 0.0004 * exp(0.3 * (double)band);

	level *= 1 - shape->slope * (double)(group % 5) / 5;
	level *= pow(1 + shape->growth, year) * (1 + between(random, -1, 1) * shape->noise);
	return fmin(level, 0.6);
}

static void write_bands(struct vectors_random *random, struct buffer *out, const char *start,
			const struct shape *shape, size_t group, unsigned year)
{
	double more = group == 0 ? 10 : 1;
	bool hidden = group > 0 && between(random, 0, 1) < shape->hidden;

	for (size_t band = 0; band < BANDS; band++) {
		double people = ceil(more * shape->people * between(random, 0.7, 1.3));
		double events = round(people * level_at(random, shape, group, band, year));

		if (hidden)
			buffer_printf(out, "%s,%s,*,%.0f,x,x\n", start, bands[band], people);
		else
			buffer_printf(out, "%s,%s,%.0f,%.0f,x,x\n", start, bands[band], events,
				      people);
	}
}

static void write_mean(struct vectors_random *random, struct buffer *out, const char *start,
		       const struct shape *shape, size_t group, unsigned year)
{
	double mean = 4 * shape->level * (1 - shape->slope * (double)(group % 5) / 5) *
		      pow(1 + shape->growth, year);

	if (group > 0 && between(random, 0, 1) < shape->hidden)
		buffer_printf(out, "%s,all,x,*,*,*\n", start);
	else
		buffer_printf(out, "%s,all,x,%.0f,%.4f,%.4f\n", start,
			      ceil(shape->people * (group == 0 ? 10 : 1)),
			      mean * (1 + between(random, -1, 1) * shape->noise), mean / 2);
}

static void write_rows(struct vectors_random *random, struct buffer *out, size_t number,
		       size_t method)
{
	struct shape shape = shape_of(random);
	unsigned periods = 1 + (unsigned)between(random, 0, PERIODS_MOST);

	for (unsigned year = 0; year < periods; year++)
		for (size_t group = 0; group < GROUPS; group++) {
			char start[100];

			snprintf(start, sizeof(start), "I%zu,QNV,%u,%s,%s", number,
				 2024 - periods + year, groups[group].dimension,
				 groups[group].group);
			if (methods[method].form == FORM_MEAN)
				write_mean(random, out, start, &shape, group, year);
			else
				write_bands(random, out, start, &shape, group, year);
			if (group > 0 || !methods[method].has_reference)
				continue;
			snprintf(start, sizeof(start), "I%zu,E92000001,%u,all,", number,
				 2024 - periods + year);
			write_bands(random, out, start, &shape, 0, 0);
		}
}

static void write_indicator(struct buffer *out, size_t number, size_t method, const char *good)
{
	buffer_printf(out,
		      "<indicator id='I%zu' method='%s' %s good='%s'><name>%s</name>"
		      "<short-name>%s</short-name><measure>%s</measure><events>%s</events>"
		      "<population>people</population><unit>%s</unit><numerator>N</numerator>"
		      "<denominator>D</denominator></indicator>",
		      number, methods[method].method, methods[method].attributes, good,
		      methods[method].name, methods[method].name, methods[method].measure,
		      methods[method].events, methods[method].unit);
}

struct statement_parts random_by_age(struct arena *arena, uint64_t seed, size_t indicators)
{
	static const char *const good[] = { "high", "low", "neither" };
	struct vectors_random random = { .state = seed };
	struct statement_parts parts = { .about = "organisation='QNV' indicator='I0'",
					 .data = seed % 2 == 0 ? NULL : "much='99.8'" };
	struct buffer rows, list;

	buffer_init(&rows);
	buffer_init(&list);
	buffer_add_text(&rows, "indicator,organisation,period,dimension,group,age,numerator,"
			       "denominator,value,standard-deviation\n");
	for (size_t i = 0; i < indicators; i++) {
		write_indicator(&list, i, i % METHODS, good[i / METHODS % 3]);
		write_rows(&random, &rows, i, i % METHODS);
	}
	parts.rows = arena_strdup(arena, buffer_text(&rows));
	parts.indicators = arena_strdup(arena, buffer_text(&list));
	buffer_clear(&rows);
	buffer_clear(&list);
	return parts;
}
