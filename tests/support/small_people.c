#include "support/small_people.h"

#include <string.h>

#include "base/buffer.h"

const char people_columns[] = "indicator,period,organisation,dimension,group,sex,numerator,"
			      "denominator\n";

/* -- breakdowns --------------------------------------------------------------------------------- */

enum { GROUPS_MOST = 17, SEXES = 3, WAITS = 4, TENTHS = 10, CATEGORIES = 16 };

struct person {
	int tenth, category, sex, wait; /* tenth and category beyond the last: not known */
};

struct breakdown {
	const char *by, *groups[GROUPS_MOST];
	int count;
	int (*group_of)(const struct person *person);
};

static int all_of(const struct person *person)
{
	(void)person;
	return 0;
}

static int tenth_of(const struct person *person)
{
	return person->tenth;
}

static int fifth_of(const struct person *person)
{
	return person->tenth / 2;
}

static int core_of(const struct person *person)
{
	return person->tenth == TENTHS ? 2 : person->tenth > 1;
}

static int category_of(const struct person *person)
{
	return person->category;
}

static int ethnic_group_of(const struct person *person)
{
	static const int groups[CATEGORIES + 1] = { 0, 0, 0, 0, 1, 1, 1, 2, 2,
						    2, 2, 3, 3, 3, 4, 4, 5 };

	return groups[person->category];
}

static int sex_of(const struct person *person)
{
	return person->sex;
}

static const struct breakdown everybody = { "all", { "all" }, 1, all_of };
static const struct breakdown by_sex = {
	"sex", { "Female", "Male", "Sex not known" }, SEXES, sex_of
};
static const struct breakdown by_fifth = {
	"deprivation-quintile",
	{ "1 most deprived", "2", "3", "4", "5 least deprived", "No fixed address or not known" },
	6,
	fifth_of,
};
static const struct breakdown by_tenth = {
	"deprivation-decile",
	{ "1 most deprived", "2", "3", "4", "5", "6", "7", "8", "9", "10 least deprived",
	  "No fixed address or not known" },
	11,
	tenth_of,
};
static const struct breakdown by_core = {
	"core20",
	{ "Core20 (most deprived fifth)", "Other areas", "No fixed address or not known" },
	3,
	core_of,
};
static const struct breakdown by_category = {
	"ethnic-category",
	{ "Asian: Bangladeshi", "Asian: Indian", "Asian: Pakistani",
	  "Asian: Any other Asian background", "Black: African", "Black: Caribbean",
	  "Black: Any other Black background", "Mixed: White and Asian",
	  "Mixed: White and Black African", "Mixed: White and Black Caribbean",
	  "Mixed: Any other Mixed background", "White: British", "White: Irish",
	  "White: Any other White background", "Other: Chinese", "Other: Any other ethnic group",
	  "Not stated or not known" },
	17,
	category_of,
};
static const struct breakdown by_ethnic_group = {
	"ethnic-group",
	{ "Asian", "Black", "Mixed", "White", "Other", "Not stated or not known" },
	6,
	ethnic_group_of,
};

/* -- people ------------------------------------------------------------------------------------- */

static unsigned next_random(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % below;
}

/* How often each value comes: many seldom or never, a few often. */
static void draw_weights(unsigned *seed, unsigned *weights, int count)
{
	for (int i = 0; i < count; i++) {
		unsigned rank = next_random(seed, 10);

		weights[i] = rank * rank * rank;
	}
	weights[next_random(seed, (unsigned)count)] += 500;
}

static int draw(unsigned *seed, const unsigned *weights, int count)
{
	unsigned sum = 0, at;
	int value = 0;

	for (int i = 0; i < count; i++)
		sum += weights[i];
	at = next_random(seed, sum);
	while (at >= weights[value])
		at -= weights[value++];
	return value;
}

enum { PEOPLE_MOST = 1500 };

struct place {
	struct person people[PEOPLE_MOST];
	int count;
	bool knows_sex, knows_groups, has_both_sexes, sexes_under_all;
};

static int people_wanted(enum people_shape shape, unsigned *seed)
{
	static const unsigned most[] = { 20, 100, 400, PEOPLE_MOST };
	unsigned size = shape == PEOPLE_FEW ? 0 : next_random(seed, 4);

	return 3 + (int)next_random(seed, most[size] - 3);
}

static void draw_people(enum people_shape shape, unsigned *seed, struct place *place)
{
	unsigned tenths[TENTHS + 1], categories[CATEGORIES + 1], sexes[SEXES], waits[WAITS];

	place->count = people_wanted(shape, seed);
	place->knows_sex = next_random(seed, 4) > 0;
	place->knows_groups = next_random(seed, 3) == 0;
	place->has_both_sexes = shape != PEOPLE_BY_FIFTH_AND_SEX || next_random(seed, 4) > 0;
	place->sexes_under_all = next_random(seed, 2) == 0;
	draw_weights(seed, tenths, TENTHS + 1);
	draw_weights(seed, categories, CATEGORIES + 1);
	draw_weights(seed, sexes, SEXES);
	draw_weights(seed, waits, WAITS);
	place->knows_groups = place->knows_groups && shape != PEOPLE_WITH_REMAINDER;
	tenths[TENTHS] = place->knows_groups ? 0 : tenths[TENTHS] / 50;
	categories[CATEGORIES] = place->knows_groups ? 0 : categories[CATEGORIES] / 50;
	sexes[2] = place->knows_sex ? 0 : sexes[2] / 50;
	tenths[0]++;
	categories[0]++;
	sexes[0]++;
	for (int i = 0; i < place->count; i++)
		place->people[i] = (struct person){
			draw(seed, tenths, TENTHS + 1),
			draw(seed, categories, CATEGORIES + 1),
			draw(seed, sexes, SEXES),
			draw(seed, waits, WAITS),
		};
}

/* -- rows --------------------------------------------------------------------------------------- */

/* Who is counted above and below the line: those who waited so long at least. -1: nobody is. */
struct indicator {
	const char *id;
	int above, below;
	bool alone; /* above the line those who waited just so long */
};

enum { INDICATORS = 5 };

struct writer {
	const struct place *place;
	const char *period, *organisation;
	struct buffer *rows;
	const struct people_told *told;
	bool without_unknown; /* groups not known are counted in the total alone */
};

static int count_people(const struct place *place, const struct breakdown *breakdown, int group,
			int sex, int wait, bool alone)
{
	int count = 0;

	for (int i = 0; i < place->count; i++) {
		const struct person *person = &place->people[i];

		count += breakdown->group_of(person) == group && (sex < 0 || person->sex == sex) &&
			 (alone ? person->wait == wait : person->wait >= wait);
	}
	return count;
}

static void write_row(const struct writer *writer, const struct indicator *indicator,
		      const struct breakdown *breakdown, int group, int sex)
{
	const char *by = breakdown->by, *name = breakdown->groups[group];
	const char *of_sex = sex < 0 ? "all" : by_sex.groups[sex];
	int above = count_people(writer->place, breakdown, group, sex, indicator->above,
				 indicator->alone);

	if (writer->without_unknown && breakdown == &by_fifth && group == breakdown->count - 1) {
		writer->told->tell(writer->told->context, false, indicator->id, by, "remainder",
				   of_sex, above);
		return;
	}
	buffer_printf(writer->rows, "%s,%s,%s,%s,%s,%s,%d,", indicator->id, writer->period,
		      writer->organisation, by, name, of_sex, above);
	writer->told->tell(writer->told->context, false, indicator->id, by, name, of_sex, above);
	if (indicator->below >= 0) {
		int below =
			count_people(writer->place, breakdown, group, sex, indicator->below, false);

		buffer_printf(writer->rows, "%d", below);
		writer->told->tell(writer->told->context, true, indicator->id, by, name, of_sex,
				   below);
	}
	buffer_add_char(writer->rows, '\n');
}

/* Groups not known have a row where anybody may be in them. */
static void write_breakdown(const struct writer *writer, const struct indicator *indicator,
			    const struct breakdown *breakdown, bool with_sexes)
{
	int sexes = with_sexes ? SEXES - writer->place->knows_sex : 0, groups = breakdown->count;

	if (breakdown == &by_sex)
		groups -= writer->place->knows_sex;
	else if (breakdown != &everybody)
		groups -= writer->place->knows_groups;
	for (int group = 0; group < groups; group++)
		for (int sex = -1; sex < sexes; sex++)
			if (sex >= 0 || !with_sexes || breakdown == &everybody ||
			    writer->place->has_both_sexes)
				write_row(writer, indicator, breakdown, group, sex);
}

struct shape {
	const char *elements;
	struct indicator indicators[INDICATORS];
	const struct breakdown *breakdowns[6];
	bool with_sexes;
};

#define PART(id, attributes)                                                                       \
	"<indicator id='" id "' method='proportion' " attributes "><name>" id "</name></indicator>"

static const struct shape shapes[PEOPLE_SHAPE_COUNT] = {
	[PEOPLE_BY_FIFTH_AND_SEX] = {
		"<indicator id='C1' method='count'><name>People</name></indicator>",
		{ { "C1", 0, -1, false } },
		{ &by_fifth },
		true,
	},
	[PEOPLE_WAITING] = {
		"<use set='statement-2023-25' only='ER01 ER02 ER03 ER04'/>",
		{ { "ER01", 0, -1, false }, { "ER02", 1, 0, false }, { "ER03", 2, 0, false }, { "ER04", 3, 0, false } },
		{ &by_fifth, &by_ethnic_group },
		false,
	},
	[PEOPLE_BY_NESTED_GROUPS] = {
		"<indicator id='C1' method='count'><name>People</name></indicator>",
		{ { "C1", 0, -1, false } },
		{ &by_fifth, &by_tenth, &by_core, &by_category, &by_ethnic_group },
		false,
	},
	[PEOPLE_BY_CATEGORY_SEX] = {
		"<indicator id='A' method='proportion'><name>Patients</name></indicator>",
		{ { "A", 2, 0, false } },
		{ &by_category },
		true,
	},
	[PEOPLE_OF_TWO_SHARES] = {
		"<indicator id='A' method='proportion'><name>Patients</name></indicator>"
		"<indicator id='B' method='proportion'><name>Others</name></indicator>",
		{ { "A", 1, 0, false }, { "B", 3, 0, false } },
		{ &by_fifth },
		true,
	},
	[PEOPLE_OF_ANSWERS] = {
		PART("P1", "family='p'") PART("P2", "family='p'") PART("P3", "family='p'")
		PART("P4", "family='p'"),
		{ { "P1", 0, 0, true }, { "P2", 1, 0, true }, { "P3", 2, 0, true }, { "P4", 3, 0, true } },
		{ &by_fifth },
		false,
	},
	[PEOPLE_OF_CLASSES] = {
		PART("K0", "family='k' class-from='0' class-to='6'")
		PART("K1", "family='k' class-from='6' class-to='18'")
		PART("K2", "family='k' class-from='18' class-to='52'")
		PART("K3", "family='k' class-from='52'") PART("KO", "family='k' class-from='18'"),
		{ { "K0", 0, 0, true }, { "K1", 1, 0, true }, { "K2", 2, 0, true }, { "K3", 3, 0, true },
		  { "KO", 2, 0, false } },
		{ &by_fifth },
		false,
	},
	[PEOPLE_WITH_REMAINDER] = {
		"<indicator id='C2' method='count'><name>People</name></indicator>",
		{ { "C2", 0, -1, false } },
		{ &by_fifth },
		true,
	},
	[PEOPLE_FEW] = {
		"<indicator id='C1' method='count'><name>People</name></indicator>",
		{ { "C1", 0, -1, false } },
		{ &by_fifth },
		false,
	},
};

const char *people_indicators(enum people_shape shape)
{
	return shapes[shape].elements;
}

void people_rows(enum people_shape shape, unsigned *seed, const char *period,
		 const char *organisation, struct buffer *rows, const struct people_told *told)
{
	const struct shape *of = &shapes[shape];
	struct place place;
	const struct writer writer = { &place, period, organisation,
				       rows,   told,   shape == PEOPLE_WITH_REMAINDER };

	draw_people(shape, seed, &place);
	for (size_t i = 0; i < INDICATORS && of->indicators[i].id != NULL; i++) {
		const struct indicator *indicator = &of->indicators[i];

		write_breakdown(&writer, indicator, &everybody,
				of->with_sexes && place.sexes_under_all);
		if (!of->with_sexes || !place.sexes_under_all)
			write_breakdown(&writer, indicator, &by_sex, false);
		for (size_t j = 0; of->breakdowns[j] != NULL; j++)
			write_breakdown(&writer, indicator, of->breakdowns[j], of->with_sexes);
	}
}
