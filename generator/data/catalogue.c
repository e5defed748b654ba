#include "data/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/suggest.h"
#include "data/table.h"

enum { DECIMALS_MOST = 6 };

enum column {
	ID,
	DOMAIN,
	NAME,
	SHORT_NAME,
	MEASURE,
	EVENTS,
	POPULATION,
	UNIT,
	NUMERATOR,
	DENOMINATOR,
	METHOD,
	MULTIPLIER,
	STANDARD,
	GOOD,
	DECIMALS,
	CODES,
	BREAKDOWNS,
	SOURCE,
	CAVEAT,
	CONFIDENCE,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
	[ID] = "id",
	[DOMAIN] = "domain",
	[NAME] = "name",
	[SHORT_NAME] = "short_name",
	[MEASURE] = "measure",
	[EVENTS] = "events",
	[POPULATION] = "population",
	[UNIT] = "unit",
	[NUMERATOR] = "numerator",
	[DENOMINATOR] = "denominator",
	[METHOD] = "method",
	[MULTIPLIER] = "multiplier",
	[STANDARD] = "standard",
	[GOOD] = "good",
	[DECIMALS] = "decimals",
	[CODES] = "codes",
	[BREAKDOWNS] = "breakdowns",
	[SOURCE] = "usual_source",
	[CAVEAT] = "caveat",
	[CONFIDENCE] = "confidence",
};

static const char *const methods[] = {
#define METHOD(symbol, name, summary) name,
#include "model/methods.def"
#undef METHOD
};

static bool read_polarity(const char *text, enum polarity *polarity)
{
	if (strcmp(text, "high") == 0)
		*polarity = POLARITY_HIGH_GOOD;
	else if (strcmp(text, "low") == 0)
		*polarity = POLARITY_LOW_GOOD;
	else if (strcmp(text, "neither") == 0 || text[0] == '\0')
		*polarity = POLARITY_NONE;
	else
		return false;
	return true;
}

static bool is_method(const char *text)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (strcmp(methods[i], text) == 0)
			return true;
	return false;
}

static void bad_cell(struct arena *arena, const struct table *table, size_t row, enum column column,
		     const char *hint, struct diag_list *diags)
{
	diag_add(diags, DIAG_REFERENCE_ROW, table->locations[row],
		 arena_printf(arena, "%s=\"%s\"", columns[column], table_cell(table, row, column)),
		 hint);
}

static const char *method_hint(struct arena *arena, const char *text)
{
	return suggest_hint(arena, text, methods, sizeof(methods) / sizeof(methods[0]));
}

static struct indicator *add(struct arena *arena, struct indicators *indicators)
{
	indicators->items = arena_grow(arena, indicators->items, indicators->count,
				       &indicators->capacity, sizeof(*indicators->items));
	return &indicators->items[indicators->count++];
}

static void read_row(struct arena *arena, const struct table *table, size_t row, const char *set,
		     struct indicators *indicators, struct diag_list *diags)
{
	const char *multiplier = table_cell(table, row, MULTIPLIER);
	const char *decimals = table_cell(table, row, DECIMALS);
	struct indicator *indicator;
	const char *id = table_cell(table, row, ID);
	unsigned places;

	if (id[0] == '\0' || indicator_find(indicators, id) >= 0) {
		bad_cell(arena, table, row, ID, "every indicator needs an id of its own", diags);
		return;
	}
	indicator = add(arena, indicators);
	*indicator = (struct indicator){
		.at = table->locations[row],
		.id = id,
		.set = set,
		.domain = table_cell(table, row, DOMAIN),
		.name = table_cell(table, row, NAME),
		.short_name = table_cell(table, row, SHORT_NAME),
		.measure = table_cell(table, row, MEASURE),
		.events = table_cell(table, row, EVENTS),
		.population = table_cell(table, row, POPULATION),
		.unit = table_cell(table, row, UNIT),
		.numerator = table_cell(table, row, NUMERATOR),
		.denominator = table_cell(table, row, DENOMINATOR),
		.caveat = table_cell(table, row, CAVEAT),
		.method = table_cell(table, row, METHOD),
		.standard = table_cell(table, row, STANDARD),
		.codes = table_cell(table, row, CODES),
		.usual_source = table_cell(table, row, SOURCE),
		.breakdowns = table_cell(table, row, BREAKDOWNS),
		.confidence = table_cell(table, row, CONFIDENCE),
		.multiplier = 1,
		.decimals = DECIMALS_BY_RULE,
		.source = "",
		.denominator_source = "",
	};
	if (!is_method(indicator->method))
		bad_cell(arena, table, row, METHOD, method_hint(arena, indicator->method), diags);
	if (!read_polarity(table_cell(table, row, GOOD), &indicator->polarity))
		bad_cell(arena, table, row, GOOD, "use one of: high, low, neither", diags);
	if (multiplier[0] != '\0' &&
	    (!number_parse(multiplier, strlen(multiplier), &indicator->multiplier) ||
	     indicator->multiplier <= 0))
		bad_cell(arena, table, row, MULTIPLIER, "use a number above 0", diags);
	if (decimals[0] == '\0')
		return;
	if (number_parse_whole(decimals, DECIMALS_MOST, &places))
		indicator->decimals = (int)places;
	else
		bad_cell(arena, table, row, DECIMALS, "use a whole number from 0 to 6", diags);
}

bool catalogue_read(struct arena *arena, const char *path, const char *set, struct location from,
		    struct indicators *indicators, struct diag_list *diags)
{
	size_t errors = diag_errors(diags);
	const struct table *table = table_read(arena, path, from, columns, COLUMNS, diags);

	for (size_t row = 0; table != NULL && row < table->row_count; row++)
		read_row(arena, table, row, set, indicators, diags);
	return table != NULL && diag_errors(diags) == errors;
}

/* True when id is among the words of a list separated by blanks. */
static bool is_listed(const char *list, const char *id)
{
	size_t length = strlen(id);

	for (const char *at = list; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		if (strncmp(at, id, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static void check_list(struct arena *arena, const struct word *list,
		       const struct indicators *catalogue, struct diag_list *diags)
{
	const char **ids = arena_array(arena, catalogue->count, sizeof(*ids));

	for (size_t i = 0; i < catalogue->count; i++)
		ids[i] = catalogue->items[i].id;
	for (const char *at = list->text; at != NULL && *at != '\0'; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");
		const char *id = arena_strndup(arena, at, length);

		if (length > 0 && indicator_find(catalogue, id) < 0)
			diag_add(diags, DIAG_INDICATOR_UNKNOWN, list->at, id,
				 suggest_hint(arena, id, ids, catalogue->count));
		at += length;
	}
}

static void use_catalogue(struct arena *arena, const struct report *report,
			  const struct catalogue_use *use, const char *folder,
			  struct indicators *indicators, struct diag_list *diags)
{
	struct indicators catalogue = { 0 };
	const char *path = path_join(arena, report->folder, use->set.text);

	if (!path_exists(path) || !path_is_inside(report->folder, path))
		path = path_join(arena, folder, arena_printf(arena, "%s.csv", use->set.text));
	if (strchr(use->set.text, '/') != NULL && !path_is_inside(report->folder, path)) {
		diag_add(diags, DIAG_PATH_OUTSIDE, use->set.at, use->set.text, NULL);
		return;
	}
	if (!catalogue_read(arena, path, use->set.text, use->set.at, &catalogue, diags))
		return;
	check_list(arena, &use->only, &catalogue, diags);
	check_list(arena, &use->except, &catalogue, diags);
	for (size_t i = 0; i < catalogue.count; i++) {
		struct indicator *indicator = &catalogue.items[i];

		if ((use->only.text != NULL && !is_listed(use->only.text, indicator->id)) ||
		    (use->except.text != NULL && is_listed(use->except.text, indicator->id)))
			continue;
		if (indicator_find(indicators, indicator->id) >= 0) {
			diag_addf(diags, DIAG_INDICATOR_TWICE, use->at, "%s", indicator->id);
			continue;
		}
		if (use->source.text != NULL)
			indicator->source = use->source.text;
		*add(arena, indicators) = *indicator;
	}
}

static void replace_text(const char **text, const char *with)
{
	if (with != NULL)
		*text = with;
}

static void change(struct indicator *indicator, const struct indicator_spec *spec)
{
	unsigned places;

	indicator->at = spec->at;
	replace_text(&indicator->name, spec->name);
	replace_text(&indicator->short_name, spec->short_name);
	replace_text(&indicator->measure, spec->measure);
	replace_text(&indicator->events, spec->events);
	replace_text(&indicator->population, spec->population);
	replace_text(&indicator->unit, spec->unit);
	replace_text(&indicator->numerator, spec->numerator);
	replace_text(&indicator->denominator, spec->denominator);
	replace_text(&indicator->caveat, spec->caveat);
	replace_text(&indicator->method, spec->method.text);
	replace_text(&indicator->standard, spec->standard.text);
	replace_text(&indicator->source, spec->source.text);
	replace_text(&indicator->denominator_source, spec->denominators.text);
	replace_text(&indicator->domain, spec->domain.text);
	replace_text(&indicator->codes, spec->codes.text);
	if (spec->per.text != NULL)
		number_parse(spec->per.text, strlen(spec->per.text), &indicator->multiplier);
	if (spec->decimals.text != NULL &&
	    number_parse_whole(spec->decimals.text, DECIMALS_MOST, &places))
		indicator->decimals = (int)places;
	if (spec->good.text != NULL)
		read_polarity(spec->good.text, &indicator->polarity);
}

/* What a local indicator must say since no catalogue says it. */
static void check_local(const struct indicator *indicator, struct diag_list *diags)
{
	if (indicator->name[0] == '\0')
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at, "<name> of %s",
			  indicator->id);
	if (indicator->method[0] == '\0')
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at, "method of %s",
			  indicator->id);
	if (strcmp(indicator->method, "dsr") == 0 && indicator->standard[0] == '\0')
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at, "standard of %s",
			  indicator->id);
}

static bool is_percentage_method(const char *method)
{
	return strcmp(method, "proportion") == 0 || strcmp(method, "share-gap") == 0;
}

/* What can be said of an indicator when nobody has said it better. */
static void complete(struct arena *arena, struct indicator *indicator)
{
	if (indicator->short_name[0] == '\0')
		indicator->short_name = indicator->name;
	if (indicator->codes[0] == '\0')
		indicator->codes = indicator->id;
	if (indicator->unit[0] == '\0' && is_percentage_method(indicator->method)) {
		indicator->unit = "%";
		if (indicator->multiplier == 1)
			indicator->multiplier = 100;
	}
	if (indicator->measure[0] == '\0')
		indicator->measure = arena_strdup(arena, indicator->short_name);
}

struct indicators *indicators_build(struct arena *arena, const struct report *report,
				    const char *folder, struct diag_list *diags)
{
	struct indicators *indicators = arena_alloc(arena, sizeof(*indicators));
	size_t errors = diag_errors(diags);

	for (size_t i = 0; i < report->use_count; i++)
		use_catalogue(arena, report, &report->uses[i], folder, indicators, diags);
	for (size_t i = 0; i < report->indicator_count; i++) {
		const struct indicator_spec *spec = &report->indicators[i];
		int known = indicator_find(indicators, spec->id);
		struct indicator *indicator;

		if (known >= 0) {
			change(&indicators->items[known], spec);
			continue;
		}
		indicator = add(arena, indicators);
		*indicator = (struct indicator){
			.id = spec->id,
			.set = "",
			.domain = "",
			.name = "",
			.short_name = "",
			.measure = "",
			.events = "",
			.population = "",
			.unit = "",
			.numerator = "",
			.denominator = "",
			.caveat = "",
			.method = "",
			.standard = "",
			.codes = "",
			.usual_source = "",
			.breakdowns = "",
			.confidence = "",
			.source = "",
			.denominator_source = "",
			.multiplier = 1,
			.decimals = DECIMALS_BY_RULE,
		};
		change(indicator, spec);
		check_local(indicator, diags);
	}
	for (size_t i = 0; i < indicators->count; i++)
		complete(arena, &indicators->items[i]);
	return diag_errors(diags) == errors ? indicators : NULL;
}
