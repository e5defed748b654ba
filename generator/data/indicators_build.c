/*
 * indicators_build.c - the indicators of a report: those of its catalogues, changed and added to.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/catalogue.h"
#include "data/catalogue_lists.h"

static void check_list(struct arena *arena, const struct word *list,
		       const struct indicators *catalogue, struct diag_list *diags)
{
	const char *rest = list->text, *id;

	while ((id = list_next(arena, &rest, " ")) != NULL)
		if (indicator_find(catalogue, id) < 0)
			diag_add(diags, DIAG_INDICATOR_UNKNOWN, list->at, id,
				 suggest_member(arena, id, catalogue->items, catalogue->count,
						sizeof(*catalogue->items),
						offsetof(struct indicator, id)));
}

/* The catalogues that come with the program. */
static const char *catalogue_hint(struct arena *arena, const struct catalogue_sets *sets,
				  const char *set)
{
	return arena_printf(arena, "%s%sa file beside the report",
			    suggest_member(arena, set, sets->items, sets->count,
					   sizeof(*sets->items),
					   offsetof(struct catalogue_set, id)),
			    sets->count == 0 ? "" : ", or ");
}

/* The file of a set: beside the one that names it, else among those of the program. NULL after a diagnostic. */
static const char *find_catalogue(struct arena *arena, const struct report *report,
				  const struct catalogue_use *use, const char *folder,
				  struct diag_list *diags)
{
	const struct word *set = &use->set;
	const char *beside = path_join(arena, path_folder(arena, use->at.file), set->text);
	bool inside = path_is_inside(report->folder, beside);
	struct catalogue_sets sets = { 0 };

	if (inside && path_exists(beside))
		return beside;
	catalogue_sets_read(arena, folder, &sets, diags);
	if (catalogue_set_find(&sets, set->text) != NULL)
		return path_join(arena, folder, arena_printf(arena, "%s.csv", set->text));
	if (inside)
		diag_add(diags, DIAG_SPEC_UNREADABLE, set->at, set->text,
			 catalogue_hint(arena, &sets, set->text));
	else
		diag_add(diags, DIAG_PATH_OUTSIDE, set->at, set->text, NULL);
	return NULL;
}

static bool is_wanted(const struct catalogue_use *use, const char *id)
{
	return (use->only.text == NULL || list_has(use->only.text, " ", id)) &&
	       (use->except.text == NULL || !list_has(use->except.text, " ", id));
}

/* True of the same row, when one set has it from the other or both from a third. */
static bool is_same_row(const struct indicator *a, const struct indicator *b)
{
	bool is_used = strcmp(a->set, a->origin) != 0 || strcmp(b->set, b->origin) != 0;

	return is_used && strcmp(a->origin, b->origin) == 0;
}

static void take(struct arena *arena, const struct catalogue_use *use,
		 const struct indicator *indicator, struct indicators *indicators,
		 struct diag_list *diags)
{
	int known = indicator_find(indicators, indicator->id);
	struct indicator *taken;

	if (known >= 0) {
		if (!is_same_row(&indicators->items[known], indicator))
			diag_addf(diags, DIAG_INDICATOR_TWICE, use->at, "%s", indicator->id);
		return;
	}
	taken = indicators_add(arena, indicators);
	*taken = *indicator;
	if (use->source.text != NULL)
		taken->source = use->source.text;
}

static void use_catalogue(struct arena *arena, const struct report *report,
			  const struct catalogue_use *use, const char *folder,
			  struct indicators *indicators, struct diag_list *diags)
{
	struct indicators catalogue = { 0 };
	const struct catalogue_file file = {
		.path = find_catalogue(arena, report, use, folder, diags),
		.set = use->set.text,
		.folder = folder,
		.core = report->core.text,
		.from = use->set.at,
	};

	if (file.path == NULL || !catalogue_read(arena, &file, &catalogue, diags))
		return;
	check_list(arena, &use->only, &catalogue, diags);
	check_list(arena, &use->except, &catalogue, diags);
	for (size_t i = 0; i < catalogue.count; i++)
		if (is_wanted(use, catalogue.items[i].id))
			take(arena, use, &catalogue.items[i], indicators, diags);
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
		diag_addf(diags, DIAG_INDICATOR_INCOMPLETE, spec->at,
			  "<unit> of %s, which is \"%s\" in the catalogue", after->id,
			  before->unit);
}

static void change_class(struct indicator *indicator, const struct indicator_spec *spec,
			 struct diag_list *diags)
{
	const struct word *from = &spec->class_from, *to = &spec->class_to;

	if (from->text == NULL && to->text == NULL)
		return;
	if (!indicator_set_class(indicator, from->text == NULL ? "" : from->text,
				 to->text == NULL ? "" : to->text))
		diag_addf(diags, DIAG_INDICATOR_CLASS, from->text == NULL ? to->at : from->at, "%s",
			  indicator->id);
}

static void change(struct indicator *indicator, const struct indicator_spec *spec,
		   struct diag_list *diags)
{
	unsigned places;

	indicator->at = spec->at;
	replace_text(&indicator->name, spec->name);
	replace_text(&indicator->short_name, spec->short_name);
	/* A finding is worded for one measure. */
	replace_text(&indicator->in_short, spec->in_short != NULL  ? spec->in_short
					   : spec->measure != NULL ? ""
								   : NULL);
	replace_text(&indicator->measure, spec->measure);
	replace_text(&indicator->events, spec->events);
	replace_text(&indicator->population, spec->population);
	replace_text(&indicator->unit, spec->unit);
	replace_text(&indicator->numerator, spec->numerator);
	replace_text(&indicator->denominator, spec->denominator);
	replace_text(&indicator->caveat, spec->caveat);
	replace_text(&indicator->difference, spec->difference);
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
	replace_text(&indicator->family, spec->family.text);
	replace_text(&indicator->side, spec->side.text);
	change_class(indicator, spec, diags);
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

static void lacks(struct arena *arena, const struct indicator *indicator, const char *what,
		  const char *hint, struct diag_list *diags)
{
	diag_add(diags, DIAG_INDICATOR_INCOMPLETE, indicator->at,
		 arena_printf(arena, "%s of %s", what, indicator->id), hint);
}

/* What a local indicator must say since no catalogue says it. */
static void check_local(struct arena *arena, const struct indicator *indicator,
			struct diag_list *diags)
{
	if (indicator->name[0] == '\0')
		lacks(arena, indicator, "<name>",
		      "no catalogue in use has the indicator: check its id, or write <name>",
		      diags);
	if (indicator->method[0] == '\0')
		lacks(arena, indicator, "method",
		      "write method=\"...\": proportion, crude-rate, dsr, count, given, ...",
		      diags);
	if (is_direct_method(indicator->method) && indicator->standard[0] == '\0')
		lacks(arena, indicator, "standard",
		      "write standard=\"esp2013\", or one of <standard> under data", diags);
	if (is_indirect_method(indicator->method) && indicator->reference[0] == '\0')
		lacks(arena, indicator, "reference",
		      "write reference=\"...\", the code of the body whose rates are expected, such as that of England",
		      diags);
}

static bool is_percentage_method(const char *method)
{
	return strcmp(method, "proportion") == 0 || strcmp(method, "share-gap") == 0;
}

/* "Admissions per 1,000 people" is for people to read: a rate says its multiplier in a number too. */
static void choose_multiplier(struct arena *arena, struct indicator *indicator,
			      struct diag_list *diags)
{
	const char *method = indicator->method;

	/* A ratio of 100 is that of the reference. */
	indicator->multiplier = indicator->unit[0] == '%' || strcmp(method, "smr") == 0 ? 100 : 1;
	if (indicator->unit[0] != '%' &&
	    (is_percentage_method(method) || strcmp(method, "crude-rate") == 0 ||
	     is_direct_method(method) || strcmp(method, "isr") == 0))
		lacks(arena, indicator, "per",
		      "write per=\"...\", what the figure is multiplied by: 100 for a percentage, "
		      "100000 for a rate",
		      diags);
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
		choose_multiplier(arena, indicator, diags);
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

			change(&indicators->items[known], spec, diags);
			check_changed(&before, &indicators->items[known], spec, diags);
			continue;
		}
		indicator = indicators_add(arena, indicators);
		*indicator = indicator_blank();
		indicator->id = spec->id;
		change(indicator, spec, diags);
		check_local(arena, indicator, diags);
	}
	for (size_t i = 0; i < indicators->count; i++)
		complete(arena, &indicators->items[i], diags);
	return diag_errors(diags) == errors ? indicators : NULL;
}
