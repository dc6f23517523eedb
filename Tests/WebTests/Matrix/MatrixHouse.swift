@testable import Casework
import Credentials
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import SchemeFiles
import Store
import Synchronization
import Testing

@testable import Web

/// The shipped rules of Nottingham over a server with every page, a worker of each role signed in once, and people who
/// stand to each of them in each way.
final class MatrixHouse: Sendable {
    let house: House
    let columns: [MatrixColumn]
    let people: PlantedPeople
    private let draws = Mutex(0)

    /// What the command serves (a test compares the names), in its order.
    static let features: [any Feature] = [
        BoardsFeature(), TodayRoutes(), PeopleRoutes(), PersonRoutes(), RecordingFeature(), SharingRoutes(),
        NoticeRoutes(), DiaryRoutes(), BookingRoutes(), ReferralRoutes(), PartnershipRoutes(), WorkerRoutes(),
        GlassRoutes(),
    ]

    init() async throws {
        let house = try await House()
        self.house = house
        let definitions = try ShippedRules.definitions.get()
        let agencies = Set(definitions.agreements.flatMap(\.parties)).sorted().map {
            Agency(id: $0, title: "Test " + $0, kind: "test", phone: "0115 496 0000")
        }
        let venue = Venue(id: "office", agency: "cjit", title: "Test office", address: "1 Example Street")
        try await house.world.database.write { connection in
            for agency in agencies { try AgencyRows.save(agency, on: connection) }
            try AgencyRows.save(venue, on: connection)
        }
        var holders: [String: KeyHolder] = [:]
        for column in MatrixColumn.acting {
            holders[column.name] = try await house.add(column.name, roles: [(column.role, column.agency)])
        }
        holders["ended"] = try await house.add("ended", roles: [("drugs-worker", "cjit")])
        holders["undecided"] = try await house.add(
            "undecided", roles: [("drugs-worker", "cjit"), ("custody-officer", "nottinghamshire-police")])
        try await house.putShippedRulesInForce(agencies: agencies, venue: venue)
        let ids = holders.mapValues(\.id)
        people = try await PlantedPeople(house, workers: ids)
        columns = try await Self.signedIn(holders, house)
    }

    private static func signedIn(_ holders: [String: KeyHolder], _ house: House) async throws -> [MatrixColumn] {
        house.clock.advance(minutes: 1)
        let signedIn = SharedList<MatrixColumn>()
        try await house.server(features: features).service().test(.router) { client in
            for column in MatrixColumn.acting + MatrixColumn.others {
                var column = column
                if let holder = holders[column.name] {
                    let visitor = Visitor(client)
                    let opened = try await visitor.signIn(holder, code: house.code(of: holder))
                    #expect(opened.status == .seeOther, "\(column.name) signs in")
                    column.worker = holder.id
                    column.csrf = try await visitor.csrf()
                    column.cookies = visitor.cookies
                    if column.kind == .ended { _ = try await visitor.post("/sign-out", [], csrf: column.csrf) }
                }
                signedIn.add(column)
            }
        }
        return signedIn.all
    }

    func column(_ name: String) throws -> MatrixColumn {
        try #require(columns.first { $0.name == name }, "there is a column \(name)")
    }

    /// A number that was not drawn before.
    func next() -> Int {
        draws.withLock { draws in
            draws += 1
            return draws
        }
    }

    /// A number of a stay in custody that was not drawn before.
    func custodyNumber() -> String { "31 CR/\(100_000 + next())/24" }

    /// A key that no form had before; all are of one length.
    func once() -> String { "matrix-\(1_000_000 + next())" }
}

extension House {
    /// The viewer that a session of this worker has.
    func viewer(_ column: MatrixColumn, worker: String) -> Viewer {
        let purpose = world.definitions.roles.first { $0.id == column.role }?.purpose ?? ""
        return Viewer(
            worker: worker, name: "Test \(column.name.uppercased())", agency: column.agency, role: column.role,
            purpose: purpose, session: "test")
    }
}

/// One house, and one client of its server, for all tests of the suite.
struct WholeMatrix: SuiteTrait, TestScoping {
    struct Stage: Sendable {
        let matrix: MatrixHouse
        let table: RouteTable
        let client: any TestClientProtocol
    }

    @TaskLocal static var stage: Stage?

    let isRecursive = false

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let matrix = try await MatrixHouse()
        let server = try await matrix.house.server(features: MatrixHouse.features)
        try await server.service().test(.router) { client in
            try await Self.$stage.withValue(Stage(matrix: matrix, table: server.table, client: client)) {
                try await function()
            }
        }
    }
}
