#include "data/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/suggest.h"
#include "data/table.h"

/* What a catalogue must have comes first. */
enum column {
	ID,
	NAME,
	METHOD,
	REQUIRED,
	DOMAIN = REQUIRED,
	SHORT_NAME,
	MEASURE,
	EVENTS,
	POPULATION,
	UNIT,
	NUMERATOR,
	DENOMINATOR,
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

bool polarity_read(const char *text, enum polarity *polarity)
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
	diag_add(diags, DIAG_REFERENCE_ROW, table_location(table, row, column),
		 arena_printf(arena, "%s=\"%s\"", columns[column], table_cell(table, row, column)),
		 hint);
}

static const char *method_hint(struct arena *arena, const char *text)
{
	return suggest_hint(arena, text, methods, sizeof(methods) / sizeof(methods[0]));
}

struct indicator *indicators_add(struct arena *arena, struct indicators *indicators)
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
	indicator = indicators_add(arena, indicators);
	*indicator = (struct indicator){
		.at = table_location(table, row, ID),
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
		.reference = "",
		.codes = table_cell(table, row, CODES),
		.usual_source = table_cell(table, row, SOURCE),
		.breakdowns = table_cell(table, row, BREAKDOWNS),
		.confidence = table_cell(table, row, CONFIDENCE),
		.multiplier = MULTIPLIER_BY_UNIT,
		.decimals = DECIMALS_BY_RULE,
		.source = "",
		.denominator_source = "",
	};
	if (!is_method(indicator->method))
		bad_cell(arena, table, row, METHOD, method_hint(arena, indicator->method), diags);
	if (!polarity_read(table_cell(table, row, GOOD), &indicator->polarity))
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
	const struct table *table =
		table_read(arena, path, from, columns, COLUMNS, REQUIRED, diags);

	for (size_t row = 0; table != NULL && row < table->row_count; row++)
		read_row(arena, table, row, set, indicators, diags);
	return table != NULL && diag_errors(diags) == errors;
}
