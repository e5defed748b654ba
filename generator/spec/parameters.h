/*
 * parameters.h - what a report lets its users set, and {name} in attributes.
 */
#ifndef GRADIENT_SPEC_PARAMETERS_H
#define GRADIENT_SPEC_PARAMETERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"

struct arena;
struct diag_list;
struct xml_node;

/* name=value from the command line. */
struct parameter_setting {
	const char *name, *value;
};

struct parameters;

/* A parameter as the report declares it; texts NULL where it says nothing. */
struct declared_parameter {
	const char *name, *type, *value, *from; /* from: a list of bodies, as the report names it */
	struct location at;
};

/* Those of a report's tree, each name once; *count of them. */
struct declared_parameter *parameters_declared(struct arena *arena, const struct xml_node *report,
					       size_t *count);

/*
 * Reads the declarations in a report's tree and puts the settings in place of their defaults. Faults
 * (unknown, missing, of the wrong type) become diagnostics.
 */
struct parameters *parameters_read(struct arena *arena, const struct xml_node *report,
				   const struct parameter_setting *settings, size_t count,
				   struct diag_list *diags);

/* NULL when there is none of that name, or it has no value. */
const char *parameters_value(const struct parameters *parameters, const char *name);

/*
 * Replaces {name} in every attribute of the tree. Braces around anything but a name stay. An attribute that
 * is {name} alone takes the place of the parameter, for messages about its value.
 */
void parameters_fill(struct arena *arena, const struct parameters *parameters,
		     struct xml_node *tree, struct diag_list *diags);

/* Adds a diagnostic for a name that is not declared. */
void parameters_unknown(struct arena *arena, const struct parameters *parameters, const char *name,
			const struct xml_node *node, struct diag_list *diags);

#endif
