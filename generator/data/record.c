#include "data/record.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/string_index.h"
#include "base/suggest.h"
#include "data/record_row.h"
#include "model/code_list.h"

int population_indicator(int source)
{
	return -1 - source;
}

static bool is_all(const char *text)
{
	return text[0] == '\0' || strcasecmp(text, "all") == 0;
}

static bool is_all_ages(const char *text)
{
	return is_all(text) || strcasecmp(text, "all ages") == 0;
}

static enum record_outcome read_indicator(struct record_row *row, int *indicator)
{
	const char *text = record_text(row, DATA_ROLE_INDICATOR);
	struct record_reader *reader = row->reader;
	int code;

	reader->row_sharers = NULL;
	if (text == NULL) {
		*indicator = reader->only_indicator;
		return RECORD_USED;
	}
	code = string_index_find(reader->indicator_codes, text);
	if (code < 0)
		return RECORD_OTHER_INDICATOR;
	reader->row_sharers = &reader->sharers[code];
	*indicator = reader->row_sharers->indicators[0];
	return RECORD_USED;
}

/* The period of that meaning, new or known; as period_find(), in no time. */
static int period_number(struct record_reader *reader, struct period period)
{
	struct dataset *dataset = reader->dataset;
	const char *meaning = period.form == PERIOD_TEXT
				      ? encoding_fold_case(reader->arena, period.code)
				      : arena_printf(reader->arena, "%d %ld %ld", (int)period.form,
						     (long)date_serial(period.first),
						     (long)date_serial(period.last));
	int number = string_index_find(reader->period_meanings, meaning);

	if (number != STRING_INDEX_NONE)
		return number;
	number = (int)dataset->period_count++;
	dataset->periods = arena_grow(reader->arena, dataset->periods, (size_t)number,
				      &dataset->period_capacity, sizeof(*dataset->periods));
	period.order = number;
	dataset->periods[number] = period;
	string_index_add(reader->period_meanings, meaning, number);
	return number;
}

static enum record_outcome read_period(struct record_row *row, int indicator, int *number)
{
	struct record_reader *reader = row->reader;
	const char *text = record_text(row, DATA_ROLE_PERIOD);

	if (text == NULL || text[0] == '\0') {
		record_fault(row, DIAG_ROLE_EMPTY, DATA_ROLE_PERIOD, "",
			     "the cell is empty; leave the row out with where, or set the period");
		return RECORD_FAULTY;
	}
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	if (strcmp(text, "any") == 0) {
		*number = PERIOD_ANY;
		if (indicator < 0)
			return RECORD_USED;
		record_fault(row, DIAG_ROLE_EMPTY, DATA_ROLE_PERIOD, text, PERIOD_ANY_HINT);
		return RECORD_FAULTY;
	}
	*number = string_index_find(reader->period_codes, text);
	if (*number >= 0)
		return RECORD_USED;
	text = arena_strdup(reader->arena, text);
	*number = period_number(reader, period_parse(text));
	string_index_add(reader->period_codes, text, *number);
	return RECORD_USED;
}

static void add_other_codes(struct record_reader *reader, int number)
{
	const char *list = reader->reference->organisations[number].other_code, *code;
	struct code_list rest = code_list_of(list);

	while ((code = code_list_next(reader->arena, &rest)) != NULL)
		string_index_add(reader->known_codes, code, number);
}

/* A body has several codes (of the NHS, of national statistics); its figures belong together. */
static const struct known_organisation *known_organisation(struct record_reader *reader,
							   const char *code)
{
	const struct reference *reference = reader->reference;
	int known;

	if (reader->known_codes == NULL) {
		reader->known_codes = string_index_new(reader->arena);
		for (size_t i = 0; i < reference->organisation_count; i++) {
			string_index_add(reader->known_codes, reference->organisations[i].code,
					 (int)i);
			add_other_codes(reader, (int)i);
		}
	}
	known = code[0] == '\0' ? STRING_INDEX_NONE : string_index_find(reader->known_codes, code);
	return known == STRING_INDEX_NONE ? NULL : &reference->organisations[known];
}

/* A name under which a body is found, whatever its case; the first body of a name keeps it. */
static void name_organisation(struct record_reader *reader, const char *name, int number)
{
	if (name[0] != '\0')
		string_index_add(reader->organisation_names,
				 encoding_fold_case(reader->arena, name), number);
}

static int add_organisation(struct record_row *row, const char *code,
			    const struct known_organisation *known)
{
	struct record_reader *reader = row->reader;
	struct dataset *dataset = reader->dataset;
	int number = (int)dataset->organisation_count;
	struct organisation *organisation;
	struct code_list rest;
	const char *name;

	dataset->organisations =
		arena_grow(reader->arena, dataset->organisations, dataset->organisation_count,
			   &dataset->organisation_capacity, sizeof(*dataset->organisations));
	organisation = &dataset->organisations[dataset->organisation_count++];
	name = record_text(row, DATA_ROLE_ORGANISATION_NAME);
	organisation->code = known != NULL ? known->code : code;
	organisation->file_name = name == NULL ? "" : arena_strdup(reader->arena, name);
	/* The list writes names properly; many files write them in capitals. */
	organisation->name = known != NULL                        ? known->name
			     : organisation->file_name[0] != '\0' ? organisation->file_name
								  : code;
	organisation->known = known;
	organisation->other_code = known != NULL ? known->other_code : "";
	organisation->short_name = known != NULL ? known->short_name : organisation->name;
	name_organisation(reader, organisation->code, number);
	name_organisation(reader, organisation->name, number);
	name_organisation(reader, organisation->short_name, number);
	rest = code_list_of(organisation->other_code);
	while ((name = code_list_next(reader->arena, &rest)) != NULL)
		name_organisation(reader, name, number);
	name_organisation(reader, organisation->file_name, number);
	return number;
}

/* The body that a text of the data means, new or known; as organisation_find(), in no time. */
static int organisation_number(struct record_row *row, const char *text)
{
	struct record_reader *reader = row->reader;
	const char *code = arena_strdup(reader->arena, text);
	const struct known_organisation *known = known_organisation(reader, code);
	int number = string_index_find(
		reader->organisation_names,
		encoding_fold_case(reader->arena, known == NULL ? code : known->code));

	if (number == STRING_INDEX_NONE)
		number = add_organisation(row, code, known);
	string_index_add(reader->organisation_codes, code, number);
	return number;
}

static enum record_outcome read_organisation(struct record_row *row, int *number)
{
	struct record_reader *reader = row->reader;
	const char *text = record_text(row, DATA_ROLE_ORGANISATION);

	if (text == NULL || text[0] == '\0') {
		text = reader->default_organisation;
		reader->used_default = true;
	}
	if (text == NULL) {
		record_fault(row, DIAG_ROLE_EMPTY, DATA_ROLE_ORGANISATION, "",
			     "map a column to organisation, set it, or give body an organisation");
		return RECORD_FAULTY;
	}
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	*number = string_index_find(reader->organisation_codes, text);
	if (*number >= 0)
		return RECORD_USED;
	*number = organisation_number(row, text);
	return RECORD_USED;
}

static const char *dimension_hint(struct arena *arena, const struct dimensions *dimensions,
				  const char *text)
{
	size_t count;
	const char **names = breakdown_names(arena, dimensions, &count);

	return suggest_hint(arena, text, names, count);
}

/* The classification that the groups of a dimension are of, unless the row names one itself. */
static const char *mapped_classification(const struct record_row *row, const char *dimension)
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

static enum record_outcome read_classification(struct record_row *row, int *number)
{
	struct record_reader *reader = row->reader;
	const struct dimensions *dimensions = reader->dataset->dimensions;
	const char *text = record_text(row, DATA_ROLE_DIMENSION), *id;

	if (text != NULL && strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	*number = CLASSIFICATION_ALL;
	if (text != NULL && is_all(text))
		return RECORD_USED;
	if (text == NULL) {
		id = mapped_classification(row, NULL);
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
	record_fault(row, DIAG_DIMENSION_UNKNOWN, DATA_ROLE_DIMENSION, text,
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

static enum record_outcome read_group(struct record_row *row, struct cell_key *key)
{
	struct record_reader *reader = row->reader;
	const char *text = record_text(row, DATA_ROLE_GROUP);
	struct classification *classification;

	key->group = GROUP_ALL;
	if (text != NULL && strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	if (key->classification < 0)
		return RECORD_USED;
	classification = reader->dataset->dimensions->classifications[key->classification];
	if (text == NULL || is_all(text) ||
	    (classification->form == CLASSIFICATION_AGE_BANDS && is_all_ages(text))) {
		key->classification = CLASSIFICATION_ALL;
		return RECORD_USED;
	}
	key->group = group_find(classification, text);
	if (key->group < 0)
		key->group = group_find_or_add(reader->arena, classification,
					       arena_strdup(reader->arena, text));
	if (key->group >= 0)
		return RECORD_USED;
	record_fault(row, DIAG_GROUP_UNKNOWN, DATA_ROLE_GROUP, text,
		     group_hint(reader->arena, classification, text));
	return RECORD_FAULTY;
}

static enum record_outcome read_age(struct record_row *row, int *age)
{
	struct record_reader *reader = row->reader;
	const char *text = record_text(row, DATA_ROLE_AGE);

	*age = AGE_ALL;
	if (text == NULL || is_all_ages(text))
		return RECORD_USED;
	if (strcmp(text, "skip") == 0)
		return RECORD_SKIPPED;
	*age = group_find(reader->dataset->ages, text);
	if (*age < 0)
		*age = group_find_or_add(reader->arena, reader->dataset->ages,
					 arena_strdup(reader->arena, text));
	if (*age >= 0)
		return RECORD_USED;
	record_fault(row, DIAG_GROUP_UNKNOWN, DATA_ROLE_AGE, text,
		     group_hint(reader->arena, reader->dataset->ages, text));
	return RECORD_FAULTY;
}

static enum record_outcome read_sex(struct record_row *row, int *sex)
{
	struct record_reader *reader = row->reader;
	const char *text = record_text(row, DATA_ROLE_SEX);
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
	record_fault(row, DIAG_GROUP_UNKNOWN, DATA_ROLE_SEX, text,
		     group_hint(reader->arena, sexes, text));
	return RECORD_FAULTY;
}

enum record_outcome record_read(struct record_reader *reader, const struct source_plan *plan,
				const struct series_plan *series, int source,
				const struct csv_record *record, struct observation *observation)
{
	struct record_row row = {
		.reader = reader, .plan = plan, .series = series, .record = record
	};
	struct cell_key *key = &observation->key;
	enum record_outcome outcome;

	*observation = (struct observation){ .source = source };
	outcome = read_indicator(&row, &key->indicator);
	if (outcome == RECORD_USED)
		outcome = read_period(&row, key->indicator, &key->period);
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
		outcome = record_quantity(&row, DATA_ROLE_NUMERATOR, &observation->numerator);
	if (outcome == RECORD_USED)
		outcome = record_quantity(&row, DATA_ROLE_DENOMINATOR, &observation->denominator);
	if (outcome == RECORD_USED)
		outcome = record_quantity(&row, DATA_ROLE_VALUE, &observation->value);
	if (outcome == RECORD_USED)
		outcome = record_quantity(&row, DATA_ROLE_LOWER, &observation->lower);
	if (outcome == RECORD_USED)
		outcome = record_quantity(&row, DATA_ROLE_UPPER, &observation->upper);
	if (outcome == RECORD_USED)
		outcome = record_quantity(&row, DATA_ROLE_STANDARD_DEVIATION,
					  &observation->deviation);
	if (outcome == RECORD_USED)
		outcome = record_status(&row, observation);
	if (outcome == RECORD_USED)
		outcome = record_repeats(&row, observation);
	return record_row_usable(&row) || outcome != RECORD_USED ? outcome : RECORD_FAULTY;
}
