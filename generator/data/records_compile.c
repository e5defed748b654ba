/*
 * records_compile.c - what a source of records counts, by which groups, and for which indicators.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "data/records_plan.h"
#include "data/source_indicator.h"

/* -- what may stand in a source of records ---------------------------------------------------- */

static bool is_role_of_records(enum data_role role)
{
	return role == DATA_ROLE_PERIOD || role == DATA_ROLE_ORGANISATION ||
	       role == DATA_ROLE_AGE || role == DATA_ROLE_SEX;
}

static void fault(struct records_compiler *compiler, enum diag_code code, struct location at,
		  const char *detail, const char *hint)
{
	diag_add(compiler->reader->diags, code, at, detail, hint);
}

static void check_rule(struct records_compiler *compiler, const struct source_rule *rule)
{
	bool label = rule->kind == SOURCE_LABEL;

	if (rule->kind == SOURCE_MISSING && strcmp(rule->to.text, "not-available") != 0)
		fault(compiler, DIAG_RECORDS_ROLE, rule->to.at,
		      arena_printf(compiler->reader->arena, "means=\"%s\"", rule->to.text),
		      "in records a text can stand for no value alone: not-available");
	if (rule->role == DATA_ROLE_COUNT || is_role_of_records(rule->role) ||
	    (label && rule->role == DATA_ROLE_GROUP))
		return;
	fault(compiler, DIAG_RECORDS_ROLE, rule->at, data_role_name(rule->role),
	      label ? "in records periods, organisations, groups, ages and sexes have labels"
		    : "records map period, organisation, age and sex; <by> has their groups and "
		      "<count> what is counted");
}

static void check_names(struct records_compiler *compiler)
{
	const struct records_spec *records = &compiler->source->records;

	for (size_t i = 0; i < records->derive_count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(records->derives[i].name.text, records->derives[j].name.text) ==
			    0) {
				fault(compiler, DIAG_DERIVE_TWICE, records->derives[i].name.at,
				      records->derives[i].name.text, NULL);
				break;
			}
}

/* -- measures --------------------------------------------------------------------------------- */

static int add_measure(struct records_compiler *compiler, struct count_measure measure)
{
	compiler->measures =
		arena_grow(compiler->reader->arena, compiler->measures, compiler->measure_count,
			   &compiler->measure_capacity, sizeof(*compiler->measures));
	compiler->measures[compiler->measure_count] = measure;
	return (int)compiler->measure_count++;
}

/* MEASURE_MISSING after a diagnostic. */
static int measure_of(struct records_compiler *compiler, const struct count_spec *count)
{
	const struct {
		const struct word *column;
		enum count_measure_kind kind;
	} ways[] = {
		{ &count->people, COUNT_PEOPLE },
		{ &count->events_of, COUNT_REPEATS },
		{ &count->sum, COUNT_SUM },
		{ &count->median, COUNT_SPREAD },
	};
	struct count_measure measure = { .kind = COUNT_EVENTS, .value = VALUE_NONE };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		if (ways[i].column->text == NULL)
			continue;
		measure.kind = ways[i].kind;
		measure.value = records_value(
			compiler, ways[i].column,
			measure.kind == COUNT_SUM || measure.kind == COUNT_SPREAD ? TYPE_NUMBER
										  : TYPE_TEXT);
		if (measure.value == VALUE_NONE)
			return MEASURE_MISSING;
	}
	measure.condition = records_condition(compiler, count->where);
	return add_measure(compiler, measure);
}

/* -- indicators ------------------------------------------------------------------------------- */

/* Methods that work from age bands; populations are for all of them. */
static bool is_from_ages(const struct indicators *indicators, int indicator)
{
	static const char *const methods[] = { "dsr", "dsr-events", "isr", "smr",
					       "life-expectancy" };

	for (size_t i = 0; indicator >= 0 && i < sizeof(methods) / sizeof(methods[0]); i++)
		if (strcmp(indicators->items[indicator].method, methods[i]) == 0)
			return true;
	return indicator < 0;
}

static struct records_output *output_of(struct records_compiler *compiler, int indicator)
{
	struct records_plan *plan = compiler->plan;
	struct record_reader *reader = compiler->reader;

	for (size_t i = 0; i < plan->output_count; i++)
		if (plan->outputs[i].indicator == indicator)
			return &plan->outputs[i];
	plan->outputs = arena_grow(reader->arena, plan->outputs, plan->output_count,
				   &plan->output_capacity, sizeof(*plan->outputs));
	plan->outputs[plan->output_count] = (struct records_output){
		.indicator = indicator,
		.numerator = MEASURE_MISSING,
		.denominator = MEASURE_MISSING,
		.median = MEASURE_MISSING,
		.by_age = is_from_ages(reader->dataset->indicators, indicator),
	};
	return &plan->outputs[plan->output_count++];
}

static bool is_denominator(const struct count_spec *count)
{
	return count->as.text != NULL && strcmp(count->as.text, "denominator") == 0;
}

static void use_measure(struct records_compiler *compiler, const struct count_spec *count,
			int indicator, int measure)
{
	struct records_output *output = output_of(compiler, indicator);
	int *place = compiler->measures[measure].kind == COUNT_SPREAD ? &output->median
		     : is_denominator(count)                          ? &output->denominator
								      : &output->numerator;

	if (*place != MEASURE_MISSING)
		fault(compiler, DIAG_COUNT_TWICE, count->at,
		      indicator < 0 ? compiler->source->id
				    : compiler->reader->dataset->indicators->items[indicator].id,
		      "two counts of a source give the same; put their conditions into one, with "
		      "<any>");
	*place = measure;
}

static void use_for(struct records_compiler *compiler, const struct count_spec *count,
		    const char *id, int measure)
{
	const struct indicators *indicators = compiler->reader->dataset->indicators;
	int found = indicator_find(indicators, id);
	const char *source;

	if (found < 0) {
		fault(compiler, DIAG_COUNT_INDICATOR, count->indicator.at,
		      arena_printf(compiler->reader->arena, "indicator=\"%s\"", id),
		      suggest_member(compiler->reader->arena, id, indicators->items,
				     indicators->count, sizeof(*indicators->items),
				     offsetof(struct indicator, id)));
		return;
	}
	source = indicators->items[found].source;
	if (source[0] != '\0' && strcmp(source, compiler->source->id) != 0) {
		fault(compiler, DIAG_COUNT_INDICATOR, count->indicator.at, id,
		      arena_printf(compiler->reader->arena, "it takes its figures from source %s",
				   source));
		return;
	}
	use_measure(compiler, count, found, measure);
}

static void compile_count(struct records_compiler *compiler, const struct count_spec *count,
			  int number)
{
	const struct indicators *indicators = compiler->reader->dataset->indicators;
	int measure = measure_of(compiler, count), implied;
	const char **ids;
	size_t id_count;

	if (measure == MEASURE_MISSING)
		return;
	if (count->median.text != NULL && is_denominator(count)) {
		fault(compiler, DIAG_COUNT_OF_TWO, count->as.at, "a median as denominator",
		      "a median is a value; leave as out");
		return;
	}
	if (count->indicator.text == NULL) {
		if (source_indicator(indicators, compiler->source->id, number, &implied))
			use_measure(compiler, count, implied, measure);
		else
			fault(compiler, DIAG_COUNT_INDICATOR, count->at, "none is named",
			      "write indicator=\"...\"");
		return;
	}
	ids = records_alternatives(compiler->reader->arena, count->indicator.text, &id_count);
	for (size_t i = 0; i < id_count; i++)
		use_for(compiler, count, ids[i], measure);
}

/* -- groupings -------------------------------------------------------------------------------- */

static const struct source_rule *role_rule(const struct source_spec *source, enum data_role role)
{
	for (size_t i = 0; i < source->rule_count; i++)
		if ((source->rules[i].kind == SOURCE_MAP || source->rules[i].kind == SOURCE_SET) &&
		    source->rules[i].role == role)
			return &source->rules[i];
	return NULL;
}

/* All rows are of the total: none may be left out for its body. */
static void check_total(struct records_compiler *compiler, const struct source_rule *map)
{
	const struct source_spec *source = compiler->source;

	if (map->role != DATA_ROLE_ORGANISATION) {
		fault(compiler, DIAG_TOTAL_WRONG, map->total.at, data_role_name(map->role),
		      "it is for the column of organisations");
		return;
	}
	compiler->plan->total = &map->total;
	for (size_t i = 0; i < source->rule_count; i++)
		if (source->rules[i].kind == SOURCE_LABEL &&
		    source->rules[i].role == DATA_ROLE_ORGANISATION &&
		    strcmp(source->rules[i].to.text, "skip") == 0)
			fault(compiler, DIAG_TOTAL_WRONG, source->rules[i].at,
			      "a label leaves rows of a body out, and the total would count them",
			      "leave them out with where");
}

static void check_roles(struct records_compiler *compiler)
{
	const struct source_spec *source = compiler->source;

	for (size_t i = 0; i < source->rule_count; i++) {
		const struct source_rule *rule = &source->rules[i];

		check_rule(compiler, rule);
		if ((rule->kind == SOURCE_MAP || rule->kind == SOURCE_SET) &&
		    role_rule(source, rule->role) != rule)
			fault(compiler, DIAG_ROLE_TWICE, rule->at, data_role_name(rule->role),
			      NULL);
		if (rule->total.text != NULL)
			check_total(compiler, rule);
	}
	if (role_rule(source, DATA_ROLE_PERIOD) == NULL)
		fault(compiler, DIAG_ROLE_EMPTY, source->at, data_role_name(DATA_ROLE_PERIOD),
		      "map a column to period, or set it for the whole file");
	if (role_rule(source, DATA_ROLE_ORGANISATION) == NULL &&
	    compiler->reader->default_organisation == NULL)
		fault(compiler, DIAG_ROLE_EMPTY, source->at, data_role_name(DATA_ROLE_ORGANISATION),
		      "map a column to organisation, set it, or give body an organisation");
}

/* The classification of a breakdown; -1 after a diagnostic. */
static int classification_of(struct records_compiler *compiler, const struct by_spec *by)
{
	const struct dimensions *dimensions = compiler->reader->dataset->dimensions;
	const char *name = by->dimension.text, **names;
	int found = classification_find(dimensions, name);
	size_t count;

	if (found < 0 && dimension_find(dimensions, name) >= 0)
		found = classification_default(dimensions, name);
	if (found >= 0)
		return found;
	names = breakdown_names(compiler->reader->arena, dimensions, &count);
	fault(compiler, DIAG_BREAKDOWN_UNKNOWN, by->dimension.at,
	      arena_printf(compiler->reader->arena, "dimension=\"%s\"", name),
	      suggest_hint(compiler->reader->arena, name, names, count));
	return -1;
}

struct grouping_maker {
	struct records_compiler *compiler;
	int roles[DATA_ROLE_COUNT]; /* values of mapped roles */
	int *groups;                /* values of breakdowns */
	struct count_grouping *made;
	size_t count;
};

static void add_place(const struct grouping_maker *maker, enum data_role role, int value,
		      int *values, size_t *count)
{
	struct records_grouping *grouping = &maker->compiler->plan->groupings[maker->count];

	if (value == VALUE_NONE)
		return;
	grouping->places[role] = (int)*count;
	values[(*count)++] = value;
}

static void add_one(struct grouping_maker *maker, int by, bool by_age, bool by_sex, bool of_total)
{
	struct records_grouping *grouping = &maker->compiler->plan->groupings[maker->count];
	int *values = arena_array(maker->compiler->reader->arena, DATA_ROLE_COUNT, sizeof(*values));
	size_t count = 0;

	*grouping = (struct records_grouping){
		.by = by, .by_age = by_age, .by_sex = by_sex, .of_total = of_total
	};
	for (size_t i = 0; i < DATA_ROLE_COUNT; i++)
		grouping->places[i] = PLACE_MISSING;
	add_place(maker, DATA_ROLE_PERIOD, maker->roles[DATA_ROLE_PERIOD], values, &count);
	if (!of_total)
		add_place(maker, DATA_ROLE_ORGANISATION, maker->roles[DATA_ROLE_ORGANISATION],
			  values, &count);
	if (by >= 0)
		add_place(maker, DATA_ROLE_GROUP, maker->groups[by], values, &count);
	if (by_age)
		add_place(maker, DATA_ROLE_AGE, maker->roles[DATA_ROLE_AGE], values, &count);
	if (by_sex)
		add_place(maker, DATA_ROLE_SEX, maker->roles[DATA_ROLE_SEX], values, &count);
	maker->made[maker->count++] =
		(struct count_grouping){ .values = values, .value_count = count };
}

static void add_grouping(struct grouping_maker *maker, int by, bool by_age, bool by_sex)
{
	add_one(maker, by, by_age, by_sex, false);
	if (maker->compiler->plan->total != NULL)
		add_one(maker, by, by_age, by_sex, true);
}

/* Age and sex lie beneath groups, but not beneath themselves. */
static bool is_by_age(const struct records_compiler *compiler, int by)
{
	const struct dimensions *dimensions = compiler->reader->dataset->dimensions;
	int classification = by < 0 ? -1 : compiler->plan->classifications[by], found;

	if (classification < 0)
		return false;
	found = dimension_find(dimensions, dimensions->classifications[classification]->dimension);
	return found >= 0 && dimensions->items[found].is_age;
}

static bool is_by_sex(const struct records_compiler *compiler, int by)
{
	return by >= 0 && compiler->plan->classifications[by] == compiler->reader->sexes;
}

static bool any_by_age(const struct records_plan *plan)
{
	for (size_t i = 0; i < plan->output_count; i++)
		if (plan->outputs[i].by_age)
			return true;
	return false;
}

static void add_groupings(struct grouping_maker *maker)
{
	struct records_compiler *compiler = maker->compiler;
	int bys = (int)compiler->source->records.by_count;
	bool ages = maker->roles[DATA_ROLE_AGE] != VALUE_NONE && any_by_age(compiler->plan);
	bool sexes = maker->roles[DATA_ROLE_SEX] != VALUE_NONE;

	for (int by = -1; by < bys; by++) {
		bool with_ages = ages && !is_by_age(compiler, by);
		bool with_sexes = sexes && !is_by_sex(compiler, by);

		add_grouping(maker, by, false, false);
		if (with_ages)
			add_grouping(maker, by, true, false);
		if (with_sexes)
			add_grouping(maker, by, false, true);
		if (with_ages && with_sexes)
			add_grouping(maker, by, true, true);
	}
}

/* False after diagnostics. */
static bool find_values(struct grouping_maker *maker)
{
	struct records_compiler *compiler = maker->compiler;
	const struct records_spec *records = &compiler->source->records;
	bool whole = true;

	for (int role = 0; role < DATA_ROLE_COUNT; role++) {
		const struct source_rule *rule = role_rule(compiler->source, (enum data_role)role);

		maker->roles[role] = VALUE_NONE;
		if (rule == NULL || rule->kind != SOURCE_MAP)
			continue;
		maker->roles[role] = records_value(compiler, &rule->column, TYPE_TEXT);
		whole = whole && maker->roles[role] != VALUE_NONE;
	}
	for (size_t i = 0; i < records->by_count; i++) {
		compiler->plan->classifications[i] = classification_of(compiler, &records->bys[i]);
		maker->groups[i] = records_value(compiler, &records->bys[i].column, TYPE_TEXT);
		whole = whole && maker->groups[i] != VALUE_NONE &&
			compiler->plan->classifications[i] >= 0;
	}
	return whole;
}

static void compile_groupings(struct records_compiler *compiler)
{
	struct arena *arena = compiler->reader->arena;
	size_t bys = compiler->source->records.by_count, most = 8 * (bys + 1);
	struct grouping_maker maker = {
		.compiler = compiler,
		.groups = arena_array(arena, bys + 1, sizeof(*maker.groups)),
		.made = arena_array(arena, most, sizeof(*maker.made)),
	};

	compiler->plan->classifications =
		arena_array(arena, bys + 1, sizeof(*compiler->plan->classifications));
	compiler->plan->groupings = arena_array(arena, most, sizeof(*compiler->plan->groupings));
	if (find_values(&maker))
		add_groupings(&maker);
	compiler->plan->query.groupings = maker.made;
	compiler->plan->query.grouping_count = maker.count;
}

/* -- the whole -------------------------------------------------------------------------------- */

/* A derived value that nothing uses may be wrong all the same. */
static void compile_derives(struct records_compiler *compiler)
{
	const struct records_spec *records = &compiler->source->records;

	for (size_t i = 0; i < records->derive_count; i++)
		records_any_value(compiler, &records->derives[i].name);
}

bool records_compile(struct record_reader *reader, const struct source_spec *source, int number,
		     struct records_lookups *lookups, struct records_plan *plan)
{
	const struct records_spec *records = &source->records;
	struct records_compiler compiler = {
		.reader = reader,
		.source = source,
		.lookups = lookups,
		.plan = plan,
		.derived = arena_array(reader->arena, records->derive_count + 1,
				       sizeof(*compiler.derived)),
	};
	size_t errors = diag_errors(reader->diags);

	*plan = (struct records_plan){ .source = source };
	for (size_t i = 0; i < records->derive_count; i++)
		compiler.derived[i] = VALUE_NONE;
	check_names(&compiler);
	check_roles(&compiler);
	compile_derives(&compiler);
	plan->query.taken = records_condition(&compiler, source->where);
	for (size_t i = 0; i < records->count_count; i++)
		compile_count(&compiler, &records->counts[i], number);
	compile_groupings(&compiler);
	plan->query.values = compiler.values;
	plan->query.value_count = compiler.value_count;
	plan->query.conditions = compiler.conditions;
	plan->query.condition_count = compiler.condition_count;
	plan->query.measures = compiler.measures;
	plan->query.measure_count = compiler.measure_count;
	return diag_errors(reader->diags) == errors;
}
