import Casework
import SchemeFiles
import Web

/// The pages this server has, in the order of the navigation.
enum Features {
    static let all: [any Feature] = [
        BoardsFeature(), TodayRoutes(), PeopleRoutes(), PersonRoutes(), RecordingFeature(), SharingRoutes(),
        NoticeRoutes(), DiaryRoutes(), BookingRoutes(), ReferralRoutes(), PartnershipRoutes(explain: explain),
        WorkerRoutes(), GlassRoutes(),
    ]

    /// What a definition does, in plain words, for the page of rules.
    private static let explain: RuleExplanation = { definitions, id in
        SchemeExplanation(definitions).passages(id).map { RulePassage(heading: $0.heading, lines: $0.lines) }
    }
}
