/*
 * choice.c - a measure with its parameters as an author asks for it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/measure_method.h"
#include "resolve/inline_parts.h"

/* "sii takes transform, confidence": what may be written instead. */
static const char *parameters_hint(struct resolver *resolver, const struct measure_kind *kind)
{
	static const struct {
		enum measure_parameter parameter;
		const char *name;
	} all[] = {
		{ TAKES_TRANSFORM, "transform" }, { TAKES_CONFIDENCE, "confidence" },
		{ TAKES_REFERENCE, "reference" }, { TAKES_WEIGHTS, "weights" },
		{ TAKES_SIGN, "sign" },
	};
	const char *names = "";

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (kind->parameters & all[i].parameter)
			names = arena_printf(resolver->arena, "%s%s%s", names,
					     names[0] == '\0' ? "" : ", ", all[i].name);
	return arena_printf(resolver->arena, "%s takes %s", kind->name,
			    names[0] == '\0' ? "none of them" : names);
}

/* False after a diagnostic when a parameter is written that the measure does not take. */
static bool takes_all(struct resolver *resolver, const struct data_reference *reference,
		      const struct measure_kind *kind)
{
	const struct {
		const char *name;
		const struct word *word;
		enum measure_parameter parameter;
	} parameters[] = {
		{ "transform", &reference->transform, TAKES_TRANSFORM },
		{ "confidence", &reference->confidence, TAKES_CONFIDENCE },
		{ "reference", &reference->reference, TAKES_REFERENCE },
		{ "weights", &reference->weights, TAKES_WEIGHTS },
		{ "sign", &reference->sign, TAKES_SIGN },
	};

	for (size_t i = 0; i < sizeof(parameters) / sizeof(parameters[0]); i++) {
		if (parameters[i].word->text == NULL ||
		    (kind->parameters & parameters[i].parameter))
			continue;
		diag_add(resolver->diags, DIAG_MEASURE_PARAMETER, parameters[i].word->at,
			 arena_printf(resolver->arena, "%s=\"%s\" of %s", parameters[i].name,
				      parameters[i].word->text, kind->name),
			 parameters_hint(resolver, kind));
		return false;
	}
	return true;
}

static bool transform_fits(struct resolver *resolver, const struct word *transform,
			   const struct indicator *indicator)
{
	if (transform->text == NULL || strncmp(transform->text, "logi", 4) != 0 ||
	    indicator_is_percentage(indicator))
		return true;
	diag_add(resolver->diags, DIAG_TRANSFORM_UNFIT, transform->at,
		 arena_printf(resolver->arena, "transform=\"%s\" of %s", transform->text,
			      indicator->id),
		 "write transform=\"log\" or transform=\"none\"");
	return false;
}

static bool find_reference(struct resolver *resolver, const struct word *word,
			   const struct view *view, struct measure_choice *choice)
{
	const struct measure_kind *kind = measure_kind(choice->measure);
	const struct view_group *group;

	if (word->text == NULL)
		return true;
	if (!scope_group_in(resolver, "reference", word, view, &group))
		return false;
	choice->reference = group == NULL ? GROUP_ALL : group->group;
	/* A whole breakdown looks for its best group itself: chance can make it another one. */
	if (kind->scope == MEASURE_SCOPE_DIMENSION && strcmp(word->text, "best") == 0)
		choice->reference = REFERENCE_BEST;
	/* What would be gained if all did as well as all do is nothing. */
	if (group != NULL || (choice->measure != MEASURE_PAR && choice->measure != MEASURE_PAF))
		return true;
	diag_add(resolver->diags, DIAG_MEASURE_PARAMETER, word->at,
		 arena_printf(resolver->arena, "reference=\"%s\" of %s", word->text, kind->name),
		 "name a group: all cannot gain by doing as all do");
	return false;
}

/* Groups without an order have no ends: a mistake of the author more often than not. */
static void warn_without_order(struct resolver *resolver, const struct view *view,
			       const struct measure_choice *choice, bool of_group,
			       struct location at)
{
	bool of_ends = measure_kind(choice->measure)->scope == MEASURE_SCOPE_PAIR &&
		       (!of_group || choice->reference == REFERENCE_BY_MEASURE);

	if (view->classification != NULL && !view->classification->ordered &&
	    (of_ends || measure_needs_order(choice->measure)))
		diag_add(resolver->diags, DIAG_MEASURE_WITHOUT_ORDER, at,
			 arena_printf(resolver->arena, "%s of %s by %s",
				      measure_kind(choice->measure)->name, view->indicator->id,
				      view->classification->id),
			 of_ends ? "name a group, and a reference if it is not all, or break down "
				   "by deprivation"
				 : "break down by deprivation, or ask for a measure of spread such "
				   "as mean-difference");
}

bool choice_of(struct resolver *resolver, const struct data_reference *reference,
	       const struct view *view, bool of_group, struct location at,
	       struct measure_choice *out)
{
	const struct word *confidence = &reference->confidence;

	*out = measure_plain(measure_of(&reference->of));
	if (!takes_all(resolver, reference, measure_kind(out->measure)) ||
	    !transform_fits(resolver, &reference->transform, view->indicator) ||
	    !find_reference(resolver, &reference->reference, view, out))
		return false;
	if (reference->transform.text != NULL)
		out->transform = measure_transform_find(reference->transform.text);
	if (confidence->text != NULL)
		out->confidence = strtod(confidence->text, NULL) / 100;
	out->unweighted =
		reference->weights.text != NULL && strcmp(reference->weights.text, "none") == 0;
	out->raw = reference->sign.text != NULL && strcmp(reference->sign.text, "raw") == 0;
	warn_without_order(resolver, view, out, of_group, at);
	return true;
}
