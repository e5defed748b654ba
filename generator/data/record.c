#include "data/record.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/string_index.h"
#include "base/suggest.h"

int population_indicator(int source)
{
	return -1 - source;
}

/* A row under way. */
struct row {
	struct record_reader *reader;
	const struct source_plan *plan;
	const struct series_plan *series;
	const struct csv_record *record;
	char buffer[MAPPED_TEXT_MOST];
};

static const char *text_of(struct row *row, enum data_role role)
{
	return mapping_text(row->series, row->record, role, row->buffer);
}

static void fault(struct row *row, enum diag_code code, enum data_role role, const char *text,
		  const char *hint)
{
	struct arena *arena = row->reader->arena;

	diag_add(row->reader->diags, code,
		 mapping_location(row->plan, row->series, row->record, role),
		 arena_printf(arena, "%s=\"%.80s%s\"", data_role_name(role), text,
			      strlen(text) > 80 ? "..." : ""),
		 hint);
}

static bool is_all(const char *text)
{
	return text[0] == '\0' || strcasecmp(text, "all") == 0;
}

static enum record_outcome read_indicator(struct row *row, int *indicator)
{
	const char *text = text_of(row, DATA_ROLE_INDICATOR);

	if (text == NULL) {
		*indicator = row->reader->only_indicator;
		return RECORD_USED;
	}
	*indicator = string_index_find(row->reader->indicator_codes, text);
	return *indicator < 0 ? RECORD_OTHER_INDICATOR : RECORD_USED;
}

static enum record_outcome read_period(struct row *row, int *number)
{
	struct record_reader *reader = row->reader;
	struct dataset *dataset = reader->dataset;
	const char *text = text_of(row, DATA_ROLE_PERIOD);

	if (text == NULL || text[0] == '\0') {
		fault(row, DIAG_ROLE_EMPTY, DATA_ROLE_PERIOD, "",
		      "map a column to period, or set it for the whole file");
		return RECORD_FAULTY;
	}
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	if (strcmp(text, "any") == 0) {
		*number = PERIOD_ANY;
		return RECORD_USED;
	}
	*number = string_index_find(reader->period_codes, text);
	if (*number >= 0)
		return RECORD_USED;
	*number = period_find(dataset, text);
	text = arena_strdup(reader->arena, text);
	if (*number < 0) {
		dataset->periods =
			arena_grow(reader->arena, dataset->periods, dataset->period_count,
				   &dataset->period_capacity, sizeof(*dataset->periods));
		*number = (int)dataset->period_count++;
		dataset->periods[*number] = period_parse(text);
		dataset->periods[*number].order = *number;
	}
	string_index_add(reader->period_codes, text, *number);
	return RECORD_USED;
}

/* A body has several codes (of the NHS, of national statistics); its figures belong together. */
static const char *usual_code(const struct record_reader *reader, const char *code)
{
	const struct known_organisation *known = known_organisation_find(reader->reference, code);

	return known == NULL ? code : known->code;
}

static int add_organisation(struct row *row, const char *code)
{
	struct record_reader *reader = row->reader;
	struct dataset *dataset = reader->dataset;
	const struct known_organisation *known = known_organisation_find(reader->reference, code);
	struct organisation *organisation;
	const char *name;

	code = arena_strdup(reader->arena, code);
	dataset->organisations =
		arena_grow(reader->arena, dataset->organisations, dataset->organisation_count,
			   &dataset->organisation_capacity, sizeof(*dataset->organisations));
	organisation = &dataset->organisations[dataset->organisation_count];
	name = text_of(row, DATA_ROLE_ORGANISATION_NAME);
	organisation->code = known != NULL ? known->code : code;
	organisation->name = name != NULL && name[0] != '\0' ? arena_strdup(reader->arena, name)
			     : known != NULL                 ? known->name
							     : code;
	organisation->short_name = known != NULL ? known->short_name : organisation->name;
	return (int)dataset->organisation_count++;
}

static enum record_outcome read_organisation(struct row *row, int *number)
{
	struct record_reader *reader = row->reader;
	const char *text = text_of(row, DATA_ROLE_ORGANISATION), *code;

	if (text == NULL || text[0] == '\0')
		text = reader->default_organisation;
	if (text == NULL) {
		fault(row, DIAG_ROLE_EMPTY, DATA_ROLE_ORGANISATION, "",
		      "map a column to organisation, set it, or give body an organisation");
		return RECORD_FAULTY;
	}
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	*number = string_index_find(reader->organisation_codes, text);
	if (*number >= 0)
		return RECORD_USED;
	code = arena_strdup(reader->arena, text);
	*number = organisation_find(reader->dataset, usual_code(reader, code));
	if (*number < 0)
		*number = add_organisation(row, code);
	string_index_add(reader->organisation_codes, code, *number);
	return RECORD_USED;
}

static const char *dimension_hint(struct arena *arena, const struct dimensions *dimensions,
				  const char *text)
{
	size_t count = 0;
	const char **names = arena_array(
		arena, dimensions->count + dimensions->classification_count, sizeof(*names));

	for (size_t i = 0; i < dimensions->count; i++)
		names[count++] = dimensions->items[i].id;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		names[count++] = dimensions->classifications[i]->id;
	return suggest_hint(arena, text, names, count);
}

/* The classification that the groups of a dimension are of, unless the row names one itself. */
static const char *mapped_classification(const struct row *row, const char *dimension)
{
	const struct mapped_role *roles = row->series->roles;
	const struct dimensions *dimensions = row->reader->dataset->dimensions;
	const char *id = NULL;
	int found;

	if (roles[DATA_ROLE_GROUP].known)
		id = roles[DATA_ROLE_GROUP].rule->classification.text;
	if (id == NULL && roles[DATA_ROLE_DIMENSION].known)
		id = roles[DATA_ROLE_DIMENSION].rule->classification.text;
	found = id == NULL ? -1 : classification_find(dimensions, id);
	if (found < 0)
		return NULL;
	if (dimension != NULL &&
	    strcmp(dimensions->classifications[found]->dimension, dimension) != 0)
		return NULL;
	return id;
}

static enum record_outcome read_classification(struct row *row, int *number)
{
	struct record_reader *reader = row->reader;
	const struct dimensions *dimensions = reader->dataset->dimensions;
	const char *text = text_of(row, DATA_ROLE_DIMENSION), *id;

	if (text != NULL && strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	*number = CLASSIFICATION_ALL;
	if (text != NULL && is_all(text))
		return RECORD_USED;
	if (text == NULL) {
		id = mapped_classification(row, NULL);
		if (id == NULL && row->series->roles[DATA_ROLE_GROUP].known) {
			fault(row, DIAG_ROLE_EMPTY, DATA_ROLE_DIMENSION, "",
			      "map or set dimension, or give the map of group a classification");
			return RECORD_FAULTY;
		}
		*number = id == NULL ? CLASSIFICATION_ALL : classification_find(dimensions, id);
		return RECORD_USED;
	}
	*number = classification_find(dimensions, text);
	if (*number < 0 && dimension_find(dimensions, text) >= 0) {
		id = mapped_classification(row, text);
		*number = id != NULL ? classification_find(dimensions, id)
				     : classification_default(dimensions, text);
	}
	if (*number >= 0)
		return RECORD_USED;
	fault(row, DIAG_DIMENSION_UNKNOWN, DATA_ROLE_DIMENSION, text,
	      dimension_hint(reader->arena, dimensions, text));
	return RECORD_FAULTY;
}

static const char *group_hint(struct arena *arena, const struct classification *classification,
			      const char *text)
{
	const char **names = arena_array(arena, classification->count, sizeof(*names));

	if (classification->form == CLASSIFICATION_AGE_BANDS)
		return "an age band is written 0-4, 5 to 9, 90+ or Under 18; name others with label";
	for (size_t i = 0; i < classification->count; i++)
		names[i] = classification->groups[i].label;
	return arena_printf(arena, "%s; other names are given with label",
			    suggest_hint(arena, text, names, classification->count));
}

static enum record_outcome read_group(struct row *row, struct cell_key *key)
{
	struct record_reader *reader = row->reader;
	const char *text = text_of(row, DATA_ROLE_GROUP);
	struct classification *classification;

	key->group = GROUP_ALL;
	if (text != NULL && strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	if (key->classification < 0)
		return RECORD_USED;
	if (text == NULL || is_all(text)) {
		key->classification = CLASSIFICATION_ALL;
		return RECORD_USED;
	}
	classification = reader->dataset->dimensions->classifications[key->classification];
	key->group = group_find(classification, text);
	if (key->group < 0)
		key->group = group_find_or_add(reader->arena, classification,
					       arena_strdup(reader->arena, text));
	if (key->group >= 0)
		return RECORD_USED;
	fault(row, DIAG_GROUP_UNKNOWN, DATA_ROLE_GROUP, text,
	      group_hint(reader->arena, classification, text));
	return RECORD_FAULTY;
}

static enum record_outcome read_age(struct row *row, int *age)
{
	struct record_reader *reader = row->reader;
	const char *text = text_of(row, DATA_ROLE_AGE);

	*age = AGE_ALL;
	if (text == NULL || is_all(text))
		return RECORD_USED;
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	*age = group_find(reader->dataset->ages, text);
	if (*age < 0)
		*age = group_find_or_add(reader->arena, reader->dataset->ages,
					 arena_strdup(reader->arena, text));
	if (*age >= 0)
		return RECORD_USED;
	fault(row, DIAG_GROUP_UNKNOWN, DATA_ROLE_AGE, text,
	      group_hint(reader->arena, reader->dataset->ages, text));
	return RECORD_FAULTY;
}

static enum record_outcome read_sex(struct row *row, int *sex)
{
	struct record_reader *reader = row->reader;
	const char *text = text_of(row, DATA_ROLE_SEX);
	const struct classification *sexes;

	*sex = SEX_ALL;
	if (text == NULL || is_all(text) || strcasecmp(text, "persons") == 0)
		return RECORD_USED;
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	sexes = reader->dataset->dimensions->classifications[reader->sexes];
	*sex = group_find(sexes, text);
	if (*sex >= 0)
		return RECORD_USED;
	fault(row, DIAG_GROUP_UNKNOWN, DATA_ROLE_SEX, text, group_hint(reader->arena, sexes, text));
	return RECORD_FAULTY;
}

static const struct mapped_missing *find_missing(const struct series_plan *series, const char *text)
{
	for (size_t i = 0; i < series->missing_count; i++)
		if (strcmp(series->missing[i].text, text) == 0)
			return &series->missing[i];
	return NULL;
}

static bool is_count(enum data_role role)
{
	return role == DATA_ROLE_NUMERATOR || role == DATA_ROLE_DENOMINATOR;
}

static enum record_outcome read_quantity(struct row *row, enum data_role role,
					 struct quantity *quantity)
{
	const struct mapped_role *mapped = &row->series->roles[role];
	const char *text = text_of(row, role);
	const struct mapped_missing *missing;
	double number;

	*quantity = (struct quantity){ .state = VALUE_NOT_AVAILABLE };
	if (text == NULL)
		return RECORD_USED;
	missing = find_missing(row->series, text);
	if (missing != NULL && missing->skip)
		return RECORD_SKIPPED;
	if (missing != NULL) {
		quantity->state = missing->zero ? VALUE_SHOWN : missing->state;
		return RECORD_USED;
	}
	if (!(mapped->rule->thousands ? number_parse_thousands(text, strlen(text), &number)
				      : number_parse(text, strlen(text), &number))) {
		fault(row, DIAG_NOT_A_NUMBER, role, text,
		      number_parse_thousands(text, strlen(text), &number)
			      ? "write thousands=\"true\" on the map when numbers have commas"
			      : "declare a marker with missing value=\"...\" means=\"...\"");
		return RECORD_FAULTY;
	}
	if (is_count(role) && number < 0) {
		fault(row, DIAG_COUNT_NEGATIVE, role, text,
		      "declare it with missing when it stands for no value");
		return RECORD_FAULTY;
	}
	*quantity = (struct quantity){ .state = VALUE_SHOWN,
				       .number = number * mapped->rule->multiply };
	return RECORD_USED;
}

/* A marker for the whole row overrules its numbers. */
static void apply_status(struct row *row, struct observation *observation)
{
	const char *text = text_of(row, DATA_ROLE_STATUS);
	const struct mapped_missing *missing =
		text == NULL || text[0] == '\0' ? NULL : find_missing(row->series, text);
	struct quantity *quantities[] = { &observation->numerator, &observation->denominator,
					  &observation->value, &observation->lower,
					  &observation->upper };

	for (size_t i = 0; missing != NULL && i < sizeof(quantities) / sizeof(quantities[0]); i++)
		*quantities[i] = (struct quantity){ .state = missing->state };
}

enum record_outcome record_read(struct record_reader *reader, const struct source_plan *plan,
				const struct series_plan *series, int source,
				const struct csv_record *record, struct observation *observation)
{
	struct row row = { .reader = reader, .plan = plan, .series = series, .record = record };
	struct cell_key *key = &observation->key;
	enum record_outcome outcome;

	*observation = (struct observation){ .source = source };
	outcome = read_indicator(&row, &key->indicator);
	if (outcome == RECORD_USED)
		outcome = read_period(&row, &key->period);
	if (outcome == RECORD_USED)
		outcome = read_organisation(&row, &key->organisation);
	if (outcome == RECORD_USED)
		outcome = read_classification(&row, &key->classification);
	if (outcome == RECORD_USED)
		outcome = read_group(&row, key);
	if (outcome == RECORD_USED)
		outcome = read_age(&row, &observation->age);
	if (outcome == RECORD_USED)
		outcome = read_sex(&row, &key->sex);
	if (outcome == RECORD_USED)
		outcome = read_quantity(&row, DATA_ROLE_NUMERATOR, &observation->numerator);
	if (outcome == RECORD_USED)
		outcome = read_quantity(&row, DATA_ROLE_DENOMINATOR, &observation->denominator);
	if (outcome == RECORD_USED)
		outcome = read_quantity(&row, DATA_ROLE_VALUE, &observation->value);
	if (outcome == RECORD_USED)
		outcome = read_quantity(&row, DATA_ROLE_LOWER, &observation->lower);
	if (outcome == RECORD_USED)
		outcome = read_quantity(&row, DATA_ROLE_UPPER, &observation->upper);
	if (outcome == RECORD_USED)
		apply_status(&row, observation);
	return outcome;
}
