import Markup

extension Golden {
    static let lists: [Golden] = [
        Golden(
            "summary-list",
            summaryList([
                SummaryRow("Name", value: HTML(text: awkward)), SummaryRow("Status", value: tag("Active", .green)),
            ])),
        Golden("summary-list-no-border", summaryList([SummaryRow("Name", value: "A. Sample")], hasBorders: false)),
        Golden(
            "summary-list-actions",
            summaryList([
                SummaryRow(
                    "Name", value: "A. Sample", actions: [SummaryRow.Action("Change", href: "/name", about: "name")]),
                SummaryRow(
                    "Phone", value: "01632 960 001",
                    actions: [
                        SummaryRow.Action("Add", href: "/phone/new", about: "phone"),
                        SummaryRow.Action("Change", href: "/phone", about: "phone"),
                    ]),
                SummaryRow("Born", value: "3 March 1991"),
            ])),
        Golden(
            "table",
            table(
                caption: "Open cases & places",
                columns: [TableColumn("Agency"), TableColumn("Cases", isNumeric: true)],
                rows: [TableRow([HTML(text: awkward), "41"]), TableRow(["Courts", "7"])])),
        Golden(
            "table-plain",
            table(
                caption: "Contacts", captionSize: .large, columns: [TableColumn("Day"), TableColumn("Kind")],
                rows: [TableRow(["1 May", "Phone"])], layout: .fixed, isFirstCellHeading: false)),
        Golden(
            "table-board",
            table(
                caption: "Cells",
                columns: [TableColumn("Person"), TableColumn("Due"), TableColumn("Act", isTitleHidden: true)],
                rows: [
                    TableRow(
                        ["A. Sample", due(.overdue, "Overdue by 1 hour"), button("Seen", isSmall: true)],
                        state: .overdue),
                    TableRow(["B. Sample", due(.dueSoon, "Due in 1 hour"), ""], state: .dueSoon),
                    TableRow(["C. Sample", due(.met, "Seen"), ""], state: .settled),
                ], layout: .board)),
        Golden("pagination-first", pagination(current: 1, last: 3) { "/people?page=\($0)" }),
        Golden(
            "pagination-middle",
            pagination(current: 5, last: 9, label: "Pages of people") { "/people?sort=name&page=\($0)" }),
        Golden("pagination-last", pagination(current: 4, last: 4) { "/people?page=\($0)" }),
        Golden("pagination-single", pagination(current: 1, last: 1) { "/people?page=\($0)" }),
        Golden(
            "task-list",
            taskList([
                TaskItem("Required assessment", href: "/assessment", status: "Completed"),
                TaskItem("Consent", href: "/consent", hint: "Two signatures", status: tag("Incomplete", .blue)),
                TaskItem("Plan", status: "Cannot start yet"),
            ])),
        Golden(
            "timeline",
            timeline([
                TimelineEntry(
                    title: "Missed appointment", byline: awkward, when: "14 November 2026 at 2:00pm",
                    instant: "2026-11-14T14:00:00Z", content: "<p>Second missed.</p>"),
                TimelineEntry(title: "Arrested", when: "2 May 2026", instant: "2026-05-02"),
            ])),
    ]

    static let records: [Golden] = [
        Golden(
            "service-navigation",
            serviceNavigation([
                NavigationItem("Today", href: "/today", isCurrent: true), NavigationItem("People", href: "/people"),
            ])),
        Golden(
            "sub-navigation",
            subNavigation(
                label: "Record",
                [NavigationItem("Timeline", href: "/t", isCurrent: true), NavigationItem("Plan", href: "/p")])),
        Golden(
            "side-navigation",
            sideNavigation(
                label: "Partnership", title: "Partnership",
                [NavigationItem("Agencies", href: "/a", isCurrent: true), NavigationItem("Workers", href: "/w")])),
        Golden(
            "filter-panel",
            filterPanel(
                action: "/people", chosen: [ChosenFilter(awkward, removal: "/people?sort=name")], clear: "/people",
                fields: input(Field("q", label: "Name")), list: "<p>List</p>")),
        Golden(
            "filter-panel-none-chosen",
            filterPanel(
                action: "/people", clear: "/people", fields: input(Field("q", label: "Name")), list: "<p>List</p>")),
    ]
}
