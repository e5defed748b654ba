/*
 * conformity.h - whether pages, as they are laid out, can become a tagged PDF that everyone can follow.
 *
 * Purpose:   a file that does not conform to PDF/UA-1 must not be published and go unnoticed: the build fails
 *            with a message that names the element of the spec at fault.
 * Source:    ISO 14289-1 (PDF/UA-1), section 7; ISO 32000-1, section 14.8.4, for what may stand in what.
 */
#ifndef GRADIENT_SCENE_CONFORMITY_H
#define GRADIENT_SCENE_CONFORMITY_H

#include <stdbool.h>

#include "base/location.h"

struct diag_list;
struct pages;

/*
 * Checks title and language, the nesting of elements, levels of headings, text alternatives, header cells and
 * shape of tables, and links. Elements that are empty do not count: no tag is made of them.
 *
 *   at  place of the report, for faults of no element
 *
 * Every fault is an error in diags; false when there is one.
 */
bool conformity_check(const struct pages *pages, struct location at, struct diag_list *diags);

#endif
