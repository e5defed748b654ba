/*
 * indicators_build.c - the indicators of a report: those of its catalogues, changed and added to.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/suggest.h"
#include "data/catalogue.h"

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

/* The catalogues that come with the program. */
static const char *catalogue_hint(struct arena *arena, const char *folder, const char *set)
{
	size_t count;
	const char **names = path_names(arena, folder, ".csv", &count);

	return arena_printf(arena, "%s%sa file beside the report",
			    suggest_hint(arena, set, names, count), count == 0 ? "" : ", or ");
}

/* The file of a set: beside the one that names it, else among those of the program. NULL after a diagnostic. */
static const char *find_catalogue(struct arena *arena, const struct report *report,
				  const struct catalogue_use *use, const char *folder,
				  struct diag_list *diags)
{
	const struct word *set = &use->set;
	const char *beside = path_join(arena, path_folder(arena, use->at.file), set->text);
	const char *own = path_join(arena, folder, arena_printf(arena, "%s.csv", set->text));
	bool inside = path_is_inside(report->folder, beside);

	if (inside && path_exists(beside))
		return beside;
	if (strchr(set->text, '/') == NULL && path_exists(own))
		return own;
	if (inside)
		diag_add(diags, DIAG_SPEC_UNREADABLE, set->at, set->text,
			 catalogue_hint(arena, folder, set->text));
	else
		diag_add(diags, DIAG_PATH_OUTSIDE, set->at, set->text, NULL);
	return NULL;
}

static void use_catalogue(struct arena *arena, const struct report *report,
			  const struct catalogue_use *use, const char *folder,
			  struct indicators *indicators, struct diag_list *diags)
{
	struct indicators catalogue = { 0 };
	const char *path = find_catalogue(arena, report, use, folder, diags);

	if (path == NULL ||
	    !catalogue_read(arena, path, use->set.text, use->set.at, &catalogue, diags))
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
		*indicators_add(arena, indicators) = *indicator;
	}
}

static void replace_text(const char **text, const char *with)
{
	if (with != NULL)
		*text = with;
}

/*
 * The unit of a catalogue is words for people to read ("Admissions per 100,000 people"): it does not fit another
 * multiplier or method.
 */
static void check_changed(const struct indicator *before, const struct indicator *after,
			  const struct indicator_spec *spec, struct diag_list *diags)
{
	double multiplier = before->multiplier != MULTIPLIER_BY_UNIT ? before->multiplier
			    : before->unit[0] == '%'                 ? 100
								     : after->multiplier;
	bool differs = (spec->per.text != NULL && multiplier != after->multiplier) ||
		       strcmp(before->method, after->method) != 0;

	if (differs && before->unit[0] != '\0' && spec->unit == NULL)
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, spec->at, "<unit> of %s", after->id);
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
	replace_text(&indicator->reference, spec->reference.text);
	replace_text(&indicator->source, spec->source.text);
	replace_text(&indicator->denominator_source, spec->denominators.text);
	replace_text(&indicator->domain, spec->domain.text);
	replace_text(&indicator->codes, spec->codes.text);
	if (spec->per.text != NULL)
		number_parse(spec->per.text, strlen(spec->per.text), &indicator->multiplier);
	if (spec->at_age.text != NULL)
		number_parse(spec->at_age.text, strlen(spec->at_age.text), &indicator->at_age);
	if (spec->closing_age.text != NULL)
		number_parse(spec->closing_age.text, strlen(spec->closing_age.text),
			     &indicator->closing_age);
	indicator->byar_below_ten = spec->byar_below_ten;
	if (spec->decimals.text != NULL &&
	    number_parse_whole(spec->decimals.text, DECIMALS_MOST, &places))
		indicator->decimals = (int)places;
	if (spec->good.text != NULL)
		polarity_read(spec->good.text, &indicator->polarity);
}

static bool is_direct_method(const char *method)
{
	return strcmp(method, "dsr") == 0 || strcmp(method, "dsr-events") == 0;
}

static bool is_indirect_method(const char *method)
{
	return strcmp(method, "isr") == 0 || strcmp(method, "smr") == 0;
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
	if (is_direct_method(indicator->method) && indicator->standard[0] == '\0')
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at, "standard of %s",
			  indicator->id);
	if (is_indirect_method(indicator->method) && indicator->reference[0] == '\0')
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at, "reference of %s",
			  indicator->id);
}

static bool is_percentage_method(const char *method)
{
	return strcmp(method, "proportion") == 0 || strcmp(method, "share-gap") == 0;
}

/* "Admissions per 1,000 people" is for people to read: a rate says its multiplier in a number too. */
static void choose_multiplier(struct indicator *indicator, struct diag_list *diags)
{
	const char *method = indicator->method;

	/* A ratio of 100 is that of the reference. */
	indicator->multiplier = indicator->unit[0] == '%' || strcmp(method, "smr") == 0 ? 100 : 1;
	if (indicator->unit[0] != '%' &&
	    (is_percentage_method(method) || strcmp(method, "crude-rate") == 0 ||
	     is_direct_method(method) || strcmp(method, "isr") == 0))
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at, "per of %s",
			  indicator->id);
}

/* What can be said of an indicator when nobody has said it better. */
static void complete(struct arena *arena, struct indicator *indicator, struct diag_list *diags)
{
	if (indicator->short_name[0] == '\0')
		indicator->short_name = indicator->name;
	if (indicator->codes[0] == '\0')
		indicator->codes = indicator->id;
	if (indicator->unit[0] == '\0' && is_percentage_method(indicator->method))
		indicator->unit = "%";
	if (indicator->multiplier == MULTIPLIER_BY_UNIT)
		choose_multiplier(indicator, diags);
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
			const struct indicator before = indicators->items[known];

			change(&indicators->items[known], spec);
			check_changed(&before, &indicators->items[known], spec, diags);
			continue;
		}
		indicator = indicators_add(arena, indicators);
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
			.reference = "",
			.codes = "",
			.usual_source = "",
			.breakdowns = "",
			.confidence = "",
			.source = "",
			.denominator_source = "",
			.multiplier = MULTIPLIER_BY_UNIT,
			.decimals = DECIMALS_BY_RULE,
		};
		change(indicator, spec);
		check_local(indicator, diags);
	}
	for (size_t i = 0; i < indicators->count; i++)
		complete(arena, &indicators->items[i], diags);
	return diag_errors(diags) == errors ? indicators : NULL;
}
