/*
 * records_values.c - columns, and what is derived from them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/suggest.h"
#include "data/records_plan.h"

/* In the list of derived values, beside their positions. */
enum { NOT_MADE = VALUE_NONE, IN_MAKING = -2, NOT_MAKEABLE = -3 };

enum { AGE_MOST = 120 }; /* nobody in England has lived longer: older ages are slips */

static const struct {
	const char *name;
	enum count_value_kind kind;
} kinds[] = {
	{ "age", VALUE_AGE },
	{ "weeks", VALUE_WEEKS },
	{ "days", VALUE_DAYS },
	{ "financial-year", VALUE_FINANCIAL_YEAR },
	{ "calendar-year", VALUE_CALENDAR_YEAR },
	{ "month", VALUE_MONTH },
	{ "band", VALUE_BAND },
	{ "prefix", VALUE_PREFIX },
	{ "lookup", VALUE_LOOKUP },
	{ "number", VALUE_NUMBER },
	{ "date", VALUE_DATE },
};

static enum count_value_kind kind_of(const struct derive_spec *derive)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, derive->as.text) == 0)
			return kinds[i].kind;
	return VALUE_COLUMN;
}

static enum value_type type_of(const struct count_value *value)
{
	switch (value->kind) {
	case VALUE_NUMBER:
	case VALUE_AGE:
	case VALUE_DAYS:
	case VALUE_WEEKS:
		return TYPE_NUMBER;
	case VALUE_DATE:
		return TYPE_DATE;
	case VALUE_COLUMN:
	case VALUE_FINANCIAL_YEAR:
	case VALUE_CALENDAR_YEAR:
	case VALUE_MONTH:
	case VALUE_BAND:
	case VALUE_PREFIX:
	case VALUE_LOOKUP:
		break;
	}
	return TYPE_TEXT;
}

static int add_value(struct records_compiler *compiler, struct count_value value)
{
	compiler->values =
		arena_grow(compiler->reader->arena, compiler->values, compiler->value_count,
			   &compiler->value_capacity, sizeof(*compiler->values));
	compiler->values[compiler->value_count] = value;
	return (int)compiler->value_count++;
}

static bool is_between(const struct count_value *value)
{
	return value->kind == VALUE_AGE || value->kind == VALUE_WEEKS || value->kind == VALUE_DAYS;
}

/* -- columns ---------------------------------------------------------------------------------- */

static void add_missing_texts(const struct records_compiler *compiler, struct count_value *value)
{
	const struct source_spec *source = compiler->source;
	const char **texts =
		arena_array(compiler->reader->arena, source->rule_count + 1, sizeof(*texts));

	for (size_t i = 0; i < source->rule_count; i++) {
		const struct source_rule *rule = &source->rules[i];

		if (rule->kind == SOURCE_MISSING &&
		    (rule->column.text == NULL || strcmp(rule->column.text, value->name) == 0))
			texts[value->missing_count++] = rule->value.text;
	}
	value->missing = texts;
}

static int column_value(struct records_compiler *compiler, const struct word *name)
{
	struct count_value value = { .kind = VALUE_COLUMN,
				     .name = name->text,
				     .at = name->at,
				     .from = VALUE_NONE,
				     .until = VALUE_NONE };

	for (size_t i = 0; i < compiler->value_count; i++)
		if (compiler->values[i].kind == VALUE_COLUMN &&
		    strcmp(compiler->values[i].name, name->text) == 0)
			return (int)i;
	add_missing_texts(compiler, &value);
	return add_value(compiler, value);
}

static enum date_form date_form(const struct word *form)
{
	if (form->text != NULL && strcmp(form->text, "day-first") == 0)
		return DATE_FORM_DAY_FIRST;
	return form->text != NULL && strcmp(form->text, "compact") == 0 ? DATE_FORM_COMPACT
									: DATE_FORM_ISO;
}

/* A text read as a number or date, once for all who want it. */
static int read_as(struct records_compiler *compiler, int from, enum count_value_kind kind)
{
	struct count_value value = {
		.kind = kind,
		.name = compiler->values[from].name,
		.at = compiler->values[from].at,
		.from = from,
		.until = VALUE_NONE,
		.form = date_form(&compiler->source->dates),
		.least = -INFINITY,
		.most = INFINITY,
	};

	for (size_t i = 0; i < compiler->value_count; i++) {
		const struct count_value *other = &compiler->values[i];

		if (other->kind == kind && other->from == from && other->form == value.form &&
		    other->least == value.least && other->most == value.most)
			return (int)i;
	}
	return add_value(compiler, value);
}

/* -- what is derived -------------------------------------------------------------------------- */

static void fault(struct records_compiler *compiler, enum diag_code code, struct location at,
		  const char *detail, const char *hint)
{
	diag_add(compiler->reader->diags, code, at, detail, hint);
}

/* False after a diagnostic for a part that a derived value of its kind lacks, or does not have. */
static bool check_part(struct records_compiler *compiler, const struct derive_spec *derive,
		       const struct word *word, const char *name, bool needed, bool allowed)
{
	struct arena *arena = compiler->reader->arena;

	if (word->text == NULL && needed)
		fault(compiler, DIAG_DERIVE_PARTS, derive->at,
		      arena_printf(arena, "%s has no %s", derive->name.text, name),
		      arena_printf(arena, "as=\"%s\" needs it", derive->as.text));
	else if (word->text != NULL && !allowed)
		fault(compiler, DIAG_DERIVE_PARTS, word->at,
		      arena_printf(arena, "%s has %s", derive->name.text, name),
		      arena_printf(arena, "as=\"%s\" does not use it", derive->as.text));
	else
		return true;
	return false;
}

static bool check_parts(struct records_compiler *compiler, const struct derive_spec *derive,
			const struct count_value *value)
{
	bool between = is_between(value), band = value->kind == VALUE_BAND;
	bool number = between || value->kind == VALUE_NUMBER;
	bool prefix = value->kind == VALUE_PREFIX, lookup = value->kind == VALUE_LOOKUP;
	bool whole = check_part(compiler, derive, &derive->until, "at", false,
				between && derive->day.text == NULL);

	whole = check_part(compiler, derive, &derive->day, "day", false, between) && whole;
	whole = check_part(compiler, derive, &derive->bands, "bands",
			   band && derive->standard.text == NULL,
			   band && derive->standard.text == NULL) &&
		whole;
	whole = check_part(compiler, derive, &derive->standard, "standard", false, band) && whole;
	whole = check_part(compiler, derive, &derive->length, "length", prefix, prefix) && whole;
	whole = check_part(compiler, derive, &derive->in, "in", lookup, lookup) && whole;
	whole = check_part(compiler, derive, &derive->form, "form", false,
			   value->kind == VALUE_DATE) &&
		whole;
	whole = check_part(compiler, derive, &derive->least, "least", false, number) && whole;
	return check_part(compiler, derive, &derive->most, "most", false, number) && whole;
}

static double number_of(const struct word *word, double fallback)
{
	if (word->text != NULL)
		number_parse(word->text, strlen(word->text), &fallback);
	return fallback;
}

static void set_range(const struct derive_spec *derive, struct count_value *value)
{
	bool from_nothing = is_between(value);

	value->least = number_of(&derive->least, from_nothing ? 0 : -INFINITY);
	value->most = number_of(&derive->most, value->kind == VALUE_AGE ? AGE_MOST : INFINITY);
}

/* -- bands ------------------------------------------------------------------------------------ */

static bool bands_wrong(struct records_compiler *compiler, const struct word *word,
			const char *what)
{
	fault(compiler, DIAG_BANDS_WRONG, word->at, what,
	      "write them as 0-17|18-64|65+, from the lowest on, without a number in two of them");
	return false;
}

static bool bands_of_text(struct records_compiler *compiler, const struct word *word,
			  struct count_value *value)
{
	struct arena *arena = compiler->reader->arena;
	size_t count;
	const char **names = records_alternatives(arena, word->text, &count);
	struct count_band *bands = arena_array(arena, count + 1, sizeof(*bands));

	for (size_t i = 0; i < count; i++) {
		double lower, upper;

		if (!age_band_parse(names[i], &lower, &upper))
			return bands_wrong(compiler, word,
					   arena_printf(arena, "\"%s\" is no band", names[i]));
		bands[i] =
			(struct count_band){ .least = lower,
					     .below = upper < lower ? (double)INFINITY : upper + 1,
					     .name = names[i] };
		if (i > 0 && bands[i - 1].below > bands[i].least)
			return bands_wrong(compiler, word,
					   arena_printf(arena,
							"\"%s\" begins below the end of \"%s\"",
							names[i], names[i - 1]));
	}
	value->bands = bands;
	value->band_count = count;
	return true;
}

static bool bands_of_standard(struct records_compiler *compiler, const struct word *word,
			      struct count_value *value)
{
	struct arena *arena = compiler->reader->arena;
	const struct reference *reference = compiler->reader->reference;
	const struct standard_population *standard = standard_find(reference, word->text);
	struct count_band *bands;

	if (standard == NULL) {
		fault(compiler, DIAG_BANDS_WRONG, word->at,
		      arena_printf(arena, "no standard population is called \"%s\"", word->text),
		      suggest_member(arena, word->text, reference->standards,
				     reference->standard_count, sizeof(*reference->standards),
				     offsetof(struct standard_population, name)));
		return false;
	}
	bands = arena_array(arena, standard->count, sizeof(*bands));
	for (size_t i = 0; i < standard->count; i++) {
		const struct standard_band *band = &standard->bands[i];

		bands[i] = (struct count_band){
			.least = band->lower,
			.below = band->upper < band->lower ? (double)INFINITY : band->upper + 1,
			.name = age_band_code(arena, band->lower, band->upper),
		};
	}
	value->bands = bands;
	value->band_count = standard->count;
	return true;
}

/* -- one of them ------------------------------------------------------------------------------ */

/* What it is made from. False after a diagnostic. */
static bool set_origin(struct records_compiler *compiler, const struct derive_spec *derive,
		       struct count_value *value)
{
	enum value_type type = TYPE_TEXT;

	if (is_between(value) || value->kind == VALUE_FINANCIAL_YEAR ||
	    value->kind == VALUE_CALENDAR_YEAR || value->kind == VALUE_MONTH)
		type = TYPE_DATE;
	else if (value->kind == VALUE_BAND)
		type = TYPE_NUMBER;
	value->from = records_value(compiler, &derive->from, type);
	if (value->from == VALUE_NONE)
		return false;
	if (derive->until.text == NULL)
		return true;
	value->until = records_value(compiler, &derive->until, TYPE_DATE);
	return value->until != VALUE_NONE;
}

static bool set_rest(struct records_compiler *compiler, const struct derive_spec *derive,
		     struct count_value *value)
{
	unsigned length = 0;

	if (value->kind == VALUE_BAND)
		return derive->bands.text != NULL
			       ? bands_of_text(compiler, &derive->bands, value)
			       : bands_of_standard(compiler, &derive->standard, value);
	if (value->kind == VALUE_LOOKUP) {
		value->lookup = records_lookup(compiler->lookups, &derive->in);
		return value->lookup != NULL;
	}
	if (value->kind == VALUE_PREFIX && number_parse_whole(derive->length.text, 1000, &length))
		value->length = length;
	if (value->kind == VALUE_DATE)
		value->form = date_form(derive->form.text != NULL ? &derive->form
								  : &compiler->source->dates);
	if (derive->day.text != NULL)
		date_parse(derive->day.text, strlen(derive->day.text), &value->day);
	return true;
}

static int make_derived(struct records_compiler *compiler, const struct derive_spec *derive)
{
	struct count_value value = { .kind = kind_of(derive),
				     .name = derive->name.text,
				     .at = derive->at,
				     .from = VALUE_NONE,
				     .until = VALUE_NONE };

	if (!check_parts(compiler, derive, &value))
		return NOT_MAKEABLE;
	set_range(derive, &value);
	/* Without a later date the column has the ages or weeks themselves. */
	if (is_between(&value) && derive->until.text == NULL && derive->day.text == NULL)
		value.kind = VALUE_NUMBER;
	if (!set_origin(compiler, derive, &value) || !set_rest(compiler, derive, &value))
		return NOT_MAKEABLE;
	return add_value(compiler, value);
}

/* -- by name ---------------------------------------------------------------------------------- */

static int find_derive(const struct records_spec *records, const char *name)
{
	for (size_t i = 0; i < records->derive_count; i++)
		if (strcmp(records->derives[i].name.text, name) == 0)
			return (int)i;
	return -1;
}

int records_any_value(struct records_compiler *compiler, const struct word *name)
{
	const struct records_spec *records = &compiler->source->records;
	int found = find_derive(records, name->text), made;

	if (found < 0)
		return column_value(compiler, name);
	made = compiler->derived[found];
	if (made == IN_MAKING) {
		fault(compiler, DIAG_DERIVE_LOOP, name->at, name->text,
		      "a derived value has a name of its own, not that of its column");
		return VALUE_NONE;
	}
	if (made == NOT_MADE) {
		compiler->derived[found] = IN_MAKING;
		made = make_derived(compiler, &records->derives[found]);
		compiler->derived[found] = made;
	}
	return made < 0 ? VALUE_NONE : made;
}

static const char *type_name(enum value_type type)
{
	return type == TYPE_TEXT ? "a text" : type == TYPE_NUMBER ? "a number" : "a date";
}

int records_value(struct records_compiler *compiler, const struct word *name, enum value_type type)
{
	int value = records_any_value(compiler, name);
	const struct count_value *found;

	if (value == VALUE_NONE)
		return VALUE_NONE;
	found = &compiler->values[value];
	if (type_of(found) == type)
		return value;
	if (found->kind == VALUE_COLUMN || (found->kind == VALUE_LOOKUP && type == TYPE_NUMBER))
		return read_as(compiler, value, type == TYPE_NUMBER ? VALUE_NUMBER : VALUE_DATE);
	fault(compiler, DIAG_VALUE_KIND, name->at,
	      arena_printf(compiler->reader->arena, "%s is %s, and %s is wanted", name->text,
			   type_name(type_of(found)), type_name(type)),
	      type == TYPE_TEXT && type_of(found) == TYPE_NUMBER
		      ? "put numbers into bands with derive as=\"band\""
	      : type == TYPE_TEXT ? "take the year or month of a date with derive"
				  : "name the column itself, or a value derived as that");
	return VALUE_NONE;
}
