/*
 * reference.h - lists that come from inputs/reference: groups, organisations, standard populations,
 * disclosure rules.
 */
#ifndef GRADIENT_MODEL_REFERENCE_H
#define GRADIENT_MODEL_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/dimension.h"

/* A band of a standard population; upper < lower means no upper end. */
struct standard_band {
	double lower, upper, weight; /* ages in years; weight in people of the standard */
};

struct standard_population {
	const char *name;   /* as specs write it: "esp2013" */
	const char *label;  /* as it is printed: "European Standard Population 2013" */
	const char *source; /* where its weights are from; "" if not said */
	const char *scheme; /* "esp2013-19": one name may be cut into bands in several ways */
	struct standard_band *bands; /* from the youngest on, without overlap or gap */
	size_t count, capacity;
};

/* What must be hidden or rounded in figures of a source before anything is printed. */
struct disclosure_rule {
	const char *id, *applies_to, *note, *confidence;
	bool hides; /* counts from hide_from to hide_to are hidden */
	double hide_from, hide_to;
	bool shows_instead; /* small counts are shown as this number and not hidden */
	double shown_as;
	double round_to;         /* other counts are rounded to multiples of it; 0 = not */
	bool rates_from_rounded; /* crude rates and percentages are worked out from the rounded counts */
	bool secondary;          /* a group that could be worked out from a total is hidden too */
	bool is_default;         /* for sources that name none */
};

struct known_organisation {
	const char *code, *other_code, *name, *short_name;
};

struct reference {
	struct dimensions dimensions;
	struct standard_population *standards;
	size_t standard_count, standard_capacity;
	struct disclosure_rule *rules;
	size_t rule_count, rule_capacity;
	struct known_organisation *organisations;
	size_t organisation_count, organisation_capacity;
};

/* "" = the default. NULL when there is none of that id. */
const struct disclosure_rule *disclosure_rule_find(const struct reference *reference,
						   const char *id);

/* The first cut of the standard of that name; NULL when there is none. */
const struct standard_population *standard_find(const struct reference *reference,
						const char *name);

/*
 * The weight of an age band: of the band of the standard that it is, or of several that make it up together.
 * upper < lower means no upper end. False, leaving *weight alone, when the bands of the standard do not fit.
 */
bool standard_weight(const struct standard_population *standard, double lower, double upper,
		     double *weight);

/* By either code; NULL when it is not known. */
const struct known_organisation *known_organisation_find(const struct reference *reference,
							 const char *code);

#endif
