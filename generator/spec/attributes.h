/*
 * attributes.h - typed values of attributes that the checker has found to be right.
 *
 * Each function gives the fallback when the attribute is not written.
 */
#ifndef GRADIENT_SPEC_ATTRIBUTES_H
#define GRADIENT_SPEC_ATTRIBUTES_H

#include <stdbool.h>

#include "base/date.h"
#include "model/report.h"

struct xml_node;

struct word attribute_word(const struct xml_node *node, const char *name);
const char *attribute_text(const struct xml_node *node, const char *name, const char *fallback);
bool attribute_flag(const struct xml_node *node, const char *name, bool fallback);
unsigned attribute_whole(const struct xml_node *node, const char *name, unsigned fallback);
double attribute_decimal(const struct xml_node *node, const char *name, double fallback);
double attribute_length(const struct xml_node *node, const char *name, double fallback_pt);
struct date attribute_date(const struct xml_node *node, const char *name);

#endif
